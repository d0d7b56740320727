package dev.weir.roto.check;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.List;

/// What a name stands for.
sealed interface Meaning {
  /// A few words for messages: `a type`.
  String words();

  /// A module of the package.
  record OfModule(Module module) implements Meaning {
    @Override
    public String words() {
      return "a module";
    }
  }

  /// A module of the library.
  record OfLibraryModule(String path) implements Meaning {
    @Override
    public String words() {
      return "a module";
    }
  }

  /// A type without declaration.
  record OfScalar(Type.Scalar type) implements Meaning {
    @Override
    public String words() {
      return "a type";
    }
  }

  /// A declared type, of the library or of the package.
  record OfType(TypeDefinition definition) implements Meaning {
    @Override
    public String words() {
      return "a type";
    }
  }

  /// A type parameter of the item around.
  record OfTypeParameter(Type.Parameter parameter) implements Meaning {
    @Override
    public String words() {
      return "a type parameter";
    }
  }

  /// A function of the package.
  record OfFunction(Routine routine) implements Meaning {
    @Override
    public String words() {
      return "a function";
    }
  }

  /// Functions of the library under one path, told apart by the type of their receivers.
  ///
  /// @param overloads at least one
  record OfLibraryFunction(List<LibraryFunction> overloads) implements Meaning {
    @Override
    public String words() {
      return "a function";
    }
  }

  /// A constant of the package.
  record OfConstant(Routine routine) implements Meaning {
    @Override
    public String words() {
      return "a constant";
    }
  }

  /// A constant of the library.
  record OfLibraryConstant(LibraryConstant constant) implements Meaning {
    @Override
    public String words() {
      return "a constant";
    }
  }

  /// A value that comes with each call.
  record OfContext(ContextVariable variable) implements Meaning {
    @Override
    public String words() {
      return "a context variable";
    }
  }

  /// A variant of an enum.
  record OfVariant(TypeDefinition type, int index) implements Meaning {
    @Override
    public String words() {
      return "a variant";
    }
  }

  /// A name that an import should have brought and did not; reported already.
  record OfMistake() implements Meaning {
    @Override
    public String words() {
      return "unknown";
    }
  }

  /// A parameter, variable or binding.
  record OfLocal(Slot slot) implements Meaning {
    @Override
    public String words() {
      return "a variable";
    }
  }
}
