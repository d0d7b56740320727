package dev.weir.roto.tool;

/// A word that can stand at a place.
///
/// @param name what would be written
/// @param detail what it is: a signature, a type, `keyword`
/// @param documentation Markdown; may be empty
public record Completion(String name, String detail, String documentation) {}
