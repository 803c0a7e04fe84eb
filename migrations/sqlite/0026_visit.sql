-- Photographs of a visit are files of the case too: taken_by is the officer who went there; null for what the applicant
-- handed in.
alter table case_file add column taken_by blob references account (id);
