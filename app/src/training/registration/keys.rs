//! The keys of registrations that a device keeps.

use crate::keys::keep;
use crate::visitor::Visitor;

/// Keeps a registration open on this device.
pub(crate) fn remember(visitor: &Visitor, key: &str) {
    keep("kelas", &visitor.class_keys, key);
}
