package dev.weir.roto.library;

/// Adds rows of one scope whose Java code is in one class.
record Rows(LibraryBuilder library, String scope, Class<?> owner) {

  /// Adds a function whose code is a static method.
  Rows add(String signature, String method, String documentation) {
    library.function(scope, signature, new Implementation.Static(owner, method), documentation);
    return this;
  }

  /// Adds a function whose code is a static method that takes type parameters boxed.
  Rows erased(String signature, String method, String documentation) {
    library.function(scope, signature, new Implementation.Erased(owner, method), documentation);
    return this;
  }

  /// Adds a method whose code is a method of the receiver's class.
  Rows virtual(String signature, String method, String documentation) {
    library.function(scope, signature, new Implementation.Virtual(method), documentation);
    return this;
  }

  /// Adds a function that the compiler lowers; it knows it by its path.
  Rows intrinsic(String signature, String documentation) {
    String name = signature.substring(3, indexOfAny(signature)).strip();
    library.function(
        scope, signature, new Implementation.Intrinsic(scope + "." + name), documentation);
    return this;
  }

  private static int indexOfAny(String signature) {
    int end = 3;
    while (signature.charAt(end) != '(' && signature.charAt(end) != '[') {
      end++;
    }
    return end;
  }
}
