package dev.weir.roto.host;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/// Something that a host wants to give to its scripts, not looked at yet.
sealed interface Registration {
  /// Where in the host: `Calculator.java:31`.
  String place();

  /// What it is, for messages.
  String what();

  /// A type.
  ///
  /// @param open whether scripts see the inside of a record or enum
  record OfType(String path, Class<?> javaClass, boolean open, String place)
      implements Registration {
    @Override
    public String what() {
      return "the type `" + path + "` (" + javaClass.getName() + ")";
    }
  }

  /// Another name of a type.
  record OfAlias(String path, Class<?> javaClass, String place) implements Registration {
    @Override
    public String what() {
      return "the name `" + path + "` of the type " + javaClass.getName();
    }
  }

  /// A method of a type, or a static one, in the scope of the type.
  record OfMethod(Class<?> owner, Method method, String place) implements Registration {
    @Override
    public String what() {
      return "the method " + owner.getName() + "." + method.getName();
    }
  }

  /// A static field of a type, in its scope.
  record OfField(Class<?> owner, Field field, String place) implements Registration {
    @Override
    public String what() {
      return "the field " + owner.getName() + "." + field.getName();
    }
  }

  /// A function.
  ///
  /// @param declaration a name or a signature
  record OfFunction(
      String scope, String declaration, Callee callee, String documentation, String place)
      implements Registration {
    @Override
    public String what() {
      return "the function `" + declaration + "`";
    }
  }

  /// A static method as a function.
  record OfStatic(String scope, Method method, String place) implements Registration {
    @Override
    public String what() {
      return "the function " + method.getDeclaringClass().getName() + "." + method.getName();
    }
  }

  /// A constant.
  ///
  /// @param declaration a name, or a name and a type
  record OfConstant(
      String scope, String declaration, Object value, String documentation, String place)
      implements Registration {
    @Override
    public String what() {
      return "the constant `" + declaration + "`";
    }
  }

  /// A module, only for its name.
  record OfModule(String name, String place) implements Registration {
    @Override
    public String what() {
      return "the module `" + name + "`";
    }
  }

  /// The context.
  record OfContext(Class<? extends Record> record, String place) implements Registration {
    @Override
    public String what() {
      return "the context " + record.getName();
    }
  }

  static Registration ofMethod(Class<?> owner, Method method, String place) {
    return new OfMethod(owner, method, place);
  }

  static Registration ofStatic(String scope, Method method, String place) {
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new RegistrationException(
          method + " is not static, and can only be a method of a registered type (" + place + ")");
    }
    return new OfStatic(scope, method, place);
  }
}
