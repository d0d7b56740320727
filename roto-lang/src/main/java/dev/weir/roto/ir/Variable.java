package dev.weir.roto.ir;

/// A place in the frame of a function. Compared by identity.
public final class Variable {
  private final String name;
  private final Form form;

  /// Declares one.
  ///
  /// @param name as a debugger shows it; empty for one that the compiler needs for itself
  /// @param form not `VOID`
  public Variable(String name, Form form) {
    if (form.isVoid()) {
      throw new IllegalArgumentException("a variable without a value: " + name);
    }
    this.name = name;
    this.form = form;
  }

  /// As a debugger shows it; may be empty.
  public String name() {
    return name;
  }

  /// The form of its value.
  public Form form() {
    return form;
  }
}
