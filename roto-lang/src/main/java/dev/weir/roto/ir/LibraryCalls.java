package dev.weir.roto.ir;

import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.Linkage;
import dev.weir.roto.run.Failure;
import dev.weir.roto.run.TextFormat;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lowers calls of the library and of the host, and texts with values in them.
final class LibraryCalls {
  private static final Form FAILURE = Form.reference(Failure.class);
  private static final Form FORMAT = Form.reference(TextFormat.class);

  private final Body body;

  LibraryCalls(Body body) {
    this.body = body;
  }

  Node call(Tree.CallLibrary call) {
    Map<Type.Parameter, Type> substitution = body.substitution(call.substitution());
    if (call.function().implementation() instanceof Implementation.Intrinsic(String name)) {
      return new Node.At(call.span(), body.intrinsics.lower(name, call));
    }
    List<Node> arguments = new ArrayList<>();
    for (Tree argument : call.arguments()) {
      arguments.add(body.operand(argument));
    }
    return call(call.function(), substitution, arguments, call.span());
  }

  /// A function that the language itself needs, for the type that it belongs to.
  Node named(String path, Type type, List<Node> arguments, Span span) {
    LibraryFunction function = body.lowering().find(path);
    if (function == null) {
      throw new IllegalStateException("the library has no " + path);
    }
    Map<Type.Parameter, Type> substitution = new java.util.HashMap<>();
    List<Type> given = ((Type.Named) type.head()).arguments();
    for (int i = 0; i < given.size(); i++) {
      substitution.put(function.typeParameters().get(i), given.get(i));
    }
    return call(function, substitution, arguments, span);
  }

  /// A call with arguments in the forms of their types.
  Node call(
      LibraryFunction function,
      Map<Type.Parameter, Type> substitution,
      List<Node> arguments,
      Span span) {
    Type result = function.result().with(substitution);
    if (function.implementation() instanceof Implementation.Handle(var handle)) {
      MethodType type = Linkage.type(function, substitution, false);
      Form given = Form.of(type.returnType());
      Node call =
          new Node.CallHost(
              given, handle, type.toMethodDescriptorString(), adapted(arguments, type), span);
      return given(call, function, result);
    }
    Linkage linkage = Linkage.of(function, substitution).orElseThrow();
    List<Node> all = adapted(arguments, linkage.type());
    for (int constant : linkage.constants()) {
      all.add(Node.number(constant));
    }
    if (linkage.emptyList()) {
      all.add(body.objects.emptyList(((Type.Named) result.head()).arguments().getFirst()));
    }
    return given(new Node.Invoke(method(linkage), all, span), function, result);
  }

  private static Node.Method method(Linkage linkage) {
    MethodType type = linkage.type();
    Node.Dispatch dispatch =
        !linkage.virtual()
            ? Node.Dispatch.STATIC
            : linkage.owner().isInterface() ? Node.Dispatch.INTERFACE : Node.Dispatch.VIRTUAL;
    return new Node.Method(
        dispatch,
        Form.reference(linkage.owner()).className(),
        linkage.method(),
        (linkage.virtual() ? type.dropParameterTypes(0, 1) : type).toMethodDescriptorString(),
        Form.of(type.returnType()));
  }

  private static List<Node> adapted(List<Node> arguments, MethodType type) {
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Node argument = arguments.get(i);
      all.add(
          type.parameterType(i).isPrimitive() || argument.form().isVoid()
              ? argument
              : argument.form().isReference() ? argument : new Node.Box(argument));
    }
    return all;
  }

  /// The result of a Java method as a value of its type.
  private Node given(Node call, LibraryFunction function, Type result) {
    Form form = body.lowering().form(result);
    if (BuiltIn.is(function.result(), BuiltIn.RESULT)) {
      return result(call, result);
    }
    if (form.isVoid()) {
      return Body.drop(call);
    }
    if (!form.isReference()) {
      return call.form().isReference() ? new Node.Unbox(form, call) : call;
    }
    return Objects.cast(call, form);
  }

  /// A `Result` from the boxed value inside `Ok`, or a failure with the error.
  private Node result(Node call, Type type) {
    List<Type> sides = ((Type.Named) type.head()).arguments();
    Body.Held held = Body.hold(call);
    Span span = new Span(0, 0);
    Node error =
        new Node.Invoke(
            new Node.Method(
                Node.Dispatch.VIRTUAL,
                FAILURE.className(),
                "error",
                "()Ljava/lang/Object;",
                Form.OBJECT),
            List.of(Objects.cast(held.get(), FAILURE)),
            null);
    Node failed =
        body.objects.variant(type, 1, List.of(body.objects.unbox(error, sides.get(1))), span);
    Node fine =
        body.objects.variant(type, 0, List.of(body.objects.unbox(held.get(), sides.get(0))), span);
    return Node.sequence(
        held.put(),
        Node.choice(
            body.lowering().form(type), new Node.IsInstance(FAILURE, held.get()), failed, fine));
  }

  Node format(Tree.Format format) {
    List<Node> parts = new ArrayList<>();
    for (Tree.FormatPart part : format.parts()) {
      if (!part.text().isEmpty()) {
        parts.add(new Node.Constant(Form.STRING, part.text()));
      }
      Tree value = part.value();
      if (value != null) {
        parts.add(text(part, value));
      }
    }
    return new Node.At(format.span(), new Node.Concat(parts));
  }

  private Node text(Tree.FormatPart part, Tree value) {
    Node node = body.value(value);
    if (node.form().isVoid() && body.type(value.type()).head() == Type.Scalar.NEVER) {
      return node;
    }
    Type type = body.type(value.type());
    LibraryFunction toText = part.toText();
    Node plain =
        toText == null || type.head() == Type.Scalar.STRING
            ? node
            : call(toText, Map.of(), List.of(node), value.span());
    Tree.FormatSpec spec = part.format();
    return spec == null ? plain : formatted(plain, type, spec);
  }

  /// A number, or a text, as a format says.
  private static Node formatted(Node value, Type type, Tree.FormatSpec spec) {
    Node format =
        new Node.Datum(
            FORMAT,
            new TextFormat(
                spec.fill(),
                spec.align(),
                spec.sign(),
                spec.alternate(),
                spec.zero(),
                spec.width(),
                spec.precision(),
                spec.kind()));
    if (value.form().isReference()) {
      return format("text", "(Ljava/lang/String;)", List.of(format, value));
    }
    if (!(type.head() instanceof Type.Scalar scalar) || !scalar.isInteger()) {
      return format("real", "(" + value.form().descriptor() + ")", List.of(format, value));
    }
    Node wide =
        value.form().kind() == Form.Kind.LONG
            ? value
            : new Node.Convert(
                Form.LONG,
                scalar.isSigned() ? Node.Conversion.EXTEND : Node.Conversion.EXTEND_UNSIGNED,
                value);
    return format(
        "integer",
        "(JIZ)",
        List.of(
            format,
            wide,
            Node.number(scalar.bits()),
            new Node.Constant(Form.BOOLEAN, scalar.isSigned())));
  }

  private static Node format(String name, String parameters, List<Node> arguments) {
    return new Node.Invoke(
        new Node.Method(
            Node.Dispatch.VIRTUAL,
            FORMAT.className(),
            name,
            parameters + "Ljava/lang/String;",
            Form.STRING),
        arguments,
        null);
  }
}
