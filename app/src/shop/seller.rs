//! The owner's rooms.

pub(crate) mod legality;
