//! The rules of Rumah Sikum.
