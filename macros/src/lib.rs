//! tembel
