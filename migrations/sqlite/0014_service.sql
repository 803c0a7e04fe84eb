-- Services of the office. The newest version of a service is the one that counts; a running case keeps its own.
create table service (
    slug text primary key,
    position integer not null,
    state text not null check (state in ('buka', 'tutup'))
) strict;

-- definition: domain::permit::service::Service as JSON. published_by is null for what a new site starts with.
create table service_version (
    service text not null references service (slug),
    version integer not null check (version >= 1),
    definition text not null,
    published_at integer not null,
    published_by blob references account (id),
    primary key (service, version)
) strict;
