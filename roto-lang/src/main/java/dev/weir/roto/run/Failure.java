package dev.weir.roto.run;

/// `Err(e)`, as a function of the library gives it: the compiler makes the script's `Result` of it.
///
/// @param error the error in its boxed form
public record Failure(Object error) {}
