//! The keys of complaints that a device keeps.

use crate::keys::keep;
use crate::visitor::Visitor;

/// Keeps a complaint open on this device.
pub(super) fn remember(visitor: &Visitor, key: &str) {
    keep("pengaduan", &visitor.complaint_keys, key);
}
