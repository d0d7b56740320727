package dev.weir.roto.library;

import java.util.function.Consumer;

/// The standard library: what every script can name. It does no input or output.
///
/// The rows are grouped by what they are about: [TextRows], [IntegerRows], [FloatRows],
/// [NetworkRows], [ListRows], [ContainerRows], [EnumRows].
public final class Standard {
  private static final Library LIBRARY = builder().build();

  private Standard() {}

  /// The library.
  public static Library library() {
    return LIBRARY;
  }

  /// A builder that starts with the library.
  public static LibraryBuilder builder() {
    LibraryBuilder library = new LibraryBuilder();
    StandardTypes.ALL.forEach(library::type);
    TextRows.addTo(library);
    IntegerRows.addTo(library);
    FloatRows.addTo(library);
    NetworkRows.addTo(library);
    ListRows.addTo(library);
    ContainerRows.addTo(library);
    EnumRows.addTo(library);
    return library
        .global("Option.Some")
        .global("Option.None")
        .global("Result.Ok")
        .global("Result.Err");
  }

  /// The library with `print`.
  ///
  /// @param printer gets each text, without an end of line
  public static Library withPrint(Consumer<String> printer) {
    return new LibraryBuilder(LIBRARY).print(printer).build();
  }
}
