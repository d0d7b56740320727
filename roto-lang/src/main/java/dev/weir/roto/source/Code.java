package dev.weir.roto.source;

/// What a diagnostic can be about.
///
/// An identifier never changes its meaning and is never given again. `E0` is about characters and
/// words, `E1` about the shape of the text, `E2` about names, `E3` about types, `E4` about
/// patterns, `E5` about control flow and constants, `E6` about limits, `E7` about files and
/// reloading; `W` are warnings.
public enum Code {
  /// Octets that are not UTF-8.
  INVALID_UTF8("E0001"),
  /// A character or word that is no token.
  INVALID_TOKEN("E0002"),
  /// A literal that denotes no value: an address, a number, a character, a suffix.
  INVALID_LITERAL("E0003"),
  /// A wrong escape in a text.
  INVALID_ESCAPE("E0004"),
  /// A text, comment or f-string without its end.
  UNTERMINATED("E0005"),

  /// Another token was expected.
  UNEXPECTED_TOKEN("E1001"),
  /// The text ended too early.
  UNEXPECTED_END("E1002"),
  /// An item was expected at the top of a file.
  EXPECTED_ITEM("E1003"),
  /// Operators that need parentheses beside each other.
  CHAINED_OPERATORS("E1004"),
  /// The left side of an assignment is no place.
  INVALID_ASSIGNMENT("E1005"),
  /// A format specification that cannot be read.
  INVALID_FORMAT("E1006"),

  /// A name that is not in scope.
  UNKNOWN_NAME("E2001"),
  /// A name declared twice in one scope.
  DUPLICATE_NAME("E2002"),
  /// A name of another kind than needed: a type where a value is.
  WRONG_KIND("E2003"),
  /// More `super` than modules.
  TOO_MANY_SUPER("E2004"),
  /// No such field or method.
  UNKNOWN_MEMBER("E2005"),
  /// No such variant.
  UNKNOWN_VARIANT("E2006"),
  /// An import that finds nothing.
  UNKNOWN_IMPORT("E2007"),
  /// A field given or declared twice, missing, or unknown.
  FIELDS("E2008"),

  /// Another type was expected.
  MISMATCHED_TYPES("E3001"),
  /// Too few or too many type arguments.
  TYPE_ARGUMENTS("E3002"),
  /// An operator or method does not exist for the type.
  INVALID_OPERAND("E3003"),
  /// The type is not known where it must be.
  UNKNOWN_TYPE("E3004"),
  /// Too few or too many arguments.
  ARGUMENT_COUNT("E3005"),
  /// Not something that can be called.
  NOT_CALLABLE("E3006"),
  /// A type that contains itself without a list or option between.
  INFINITE_TYPE("E3007"),
  /// A literal that does not fit its type.
  LITERAL_RANGE("E3008"),
  /// A part of an f-string that has no text form.
  NOT_PRINTABLE("E3009"),
  /// A type that cannot be a key.
  NOT_A_KEY("E3010"),

  /// A match that leaves values out.
  NOT_EXHAUSTIVE("E4001"),
  /// An arm that can never be reached.
  UNREACHABLE_ARM("E4002"),
  /// A pattern with too many, too few or no arguments.
  PATTERN_ARGUMENTS("E4003"),
  /// A pattern that the type cannot have.
  INVALID_PATTERN("E4004"),

  /// `return`, `accept`, `reject`, `?`, `break` or `continue` where it may not stand.
  MISPLACED_CONTROL("E5001"),
  /// Not a place that can be assigned to.
  NOT_ASSIGNABLE("E5002"),
  /// A constant that needs itself.
  RECURSIVE_CONSTANT("E5003"),
  /// A constant that depends on the context of a call.
  CONTEXT_IN_CONSTANT("E5004"),
  /// A constant whose computation failed.
  FAILED_CONSTANT("E5005"),
  /// A function that can end without a value.
  MISSING_VALUE("E5006"),

  /// Nested too deep.
  TOO_DEEP("E6001"),
  /// More than the format of the machine can hold.
  TOO_LARGE("E6002"),

  /// The compiler itself failed; the script may be right.
  COMPILER_FAILED("E9001"),

  /// A file or directory that cannot be read.
  UNREADABLE("E7001"),
  /// A directory that is no package, or a file in it that can be no module.
  PACKAGE_LAYOUT("E7002"),
  /// A function that the host uses is missing in the next version, or has other types there.
  FUNCTION_IN_USE("E7003"),

  /// A variable, parameter or binding that is never read.
  UNUSED_VARIABLE("W0001", Severity.WARNING),
  /// An import that is never used.
  UNUSED_IMPORT("W0002", Severity.WARNING),
  /// A value that is computed and dropped.
  UNUSED_RESULT("W0003", Severity.WARNING),
  /// Code after something that never ends.
  UNREACHABLE_CODE("W0004", Severity.WARNING),
  /// An arm that repeats an earlier one.
  DUPLICATE_ARM("W0005", Severity.WARNING),
  /// A declaration that hides a built-in name.
  SHADOWED_BUILT_IN("W0006", Severity.WARNING),
  /// A binding named like a variant.
  BINDING_LIKE_VARIANT("W0007", Severity.WARNING);

  private final String id;
  private final Severity severity;

  Code(String id) {
    this(id, Severity.ERROR);
  }

  Code(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /// The identifier: `E2001`.
  public String id() {
    return id;
  }

  /// Whether it stops the compilation.
  public Severity severity() {
    return severity;
  }
}
