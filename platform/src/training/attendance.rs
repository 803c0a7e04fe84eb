//! Who was at which session: said by themselves with a code that is shown there, or entered by an organiser.

mod check_in;
mod code;
mod own;
mod paper;
mod session;
mod sheet;

pub use self::check_in::{CheckInError, Proof, check_in};
pub use self::code::{AttendanceCode, SCAN_KEPT, attendance_code, keep_scan, scanned_session};
pub use self::own::{OpenSession, OwnAttendance, list_open_sessions};
pub(super) use self::own::{attended, list_own_attendance};
pub use self::paper::print_sheet;
pub use self::session::Mark;
pub use self::sheet::{Entry, Sheet, SheetPerson, correct_attendance, enter_attendance, find_sheet};
