//! Models of what threads do to one record: reading, giving up, abandoning, failing.
