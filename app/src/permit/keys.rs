//! The keys of cases that a device keeps.

use crate::keys::keep;
use crate::visitor::Visitor;

/// Keeps a case open on this device.
pub(crate) fn remember(visitor: &Visitor, key: &str) {
    keep("izin", &visitor.case_keys, key);
}
