//! Parameters and statements.

use domain::money::Rupiah;
use domain::time::Timestamp;
use sqlx::Arguments;
use uuid::Uuid;

/// A parameter of one of the few column types that both databases share.
#[derive(Debug, Clone)]
pub enum Value {
    /// BLOB(16) or UUID.
    Id(Option<Uuid>),
    /// TEXT.
    Text(Option<String>),
    /// INTEGER or BIGINT.
    Int(Option<i64>),
    /// INTEGER 0/1 or BOOLEAN.
    Bool(bool),
    /// BLOB or BYTEA.
    Bytes(Vec<u8>),
}

macro_rules! from {
    ($($type:ty => |$value:ident| $result:expr;)*) => {
        $(impl From<$type> for Value { fn from($value: $type) -> Self { $result } })*
    };
}

from! {
    Uuid => |v| Value::Id(Some(v));
    Option<Uuid> => |v| Value::Id(v);
    &str => |v| Value::Text(Some(v.to_owned()));
    &String => |v| Value::Text(Some(v.clone()));
    String => |v| Value::Text(Some(v));
    Option<&str> => |v| Value::Text(v.map(str::to_owned));
    Option<String> => |v| Value::Text(v);
    i64 => |v| Value::Int(Some(v));
    i32 => |v| Value::Int(Some(v.into()));
    u32 => |v| Value::Int(Some(v.into()));
    Option<i64> => |v| Value::Int(v);
    bool => |v| Value::Bool(v);
    Vec<u8> => |v| Value::Bytes(v);
    &[u8] => |v| Value::Bytes(v.to_vec());
    [u8; 32] => |v| Value::Bytes(v.to_vec());
    Rupiah => |v| Value::Int(Some(v.amount()));
    Timestamp => |v| Value::Int(Some(v.micros()));
    Option<Timestamp> => |v| Value::Int(v.map(|t| t.micros()));
}

pub(super) fn bind_all<'q, A>(args: Vec<Value>) -> Result<A, sqlx::error::BoxDynError>
where
    A: Arguments + Default,
    Option<Uuid>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<String>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<i64>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    bool: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Vec<u8>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
{
    let mut bound = A::default();
    for value in args {
        match value {
            Value::Id(v) => bound.add(v)?,
            Value::Text(v) => bound.add(v)?,
            Value::Int(v) => bound.add(v)?,
            Value::Bool(v) => bound.add(v)?,
            Value::Bytes(v) => bound.add(v)?,
        }
    }
    Ok(bound)
}

/// A statement: one text, or two where the dialects differ. Only text written in the source can become one.
#[derive(Debug, Clone)]
pub struct Sql {
    pub(super) sqlite: sqlx::SqlStr,
    pub(super) postgres: sqlx::SqlStr,
}

impl Sql {
    /// Two texts for one meaning.
    pub fn either(sqlite: &'static str, postgres: &'static str) -> Self {
        Self { sqlite: sqlx::SqlStr::from_static(sqlite), postgres: sqlx::SqlStr::from_static(postgres) }
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Sql::either(text, text)
    }
}
