package dev.weir.roto.check;

import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of functions, of methods and of variants with a payload.
final class Calls {
  private final Expressions in;

  Calls(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.Call call, Type expected) {
    List<Ast.Identifier> path = Values.path(call.callee());
    if (path != null) {
      Names.Found found = in.session().names().resolve(in.scope(), path);
      if (found == null) {
        return abandon(call);
      }
      if (found.used() == path.size()) {
        return named(call, found.meaning(), expected);
      }
    }
    if (call.callee() instanceof Ast.Member member) {
      return method(call, member, expected);
    }
    Draft callee = in.infer(call.callee());
    return callee.isBad() ? abandon(call) : notCallable(call, "only named functions can be called");
  }

  /// Looks into the arguments for more mistakes, and gives up.
  private Draft abandon(Ast.Call call) {
    for (Ast.Expression argument : call.arguments()) {
      if (!(argument instanceof Ast.Closure)) {
        in.infer(argument);
      }
    }
    return Draft.bad(call.span());
  }

  private Draft notCallable(Ast.Call call, String label) {
    in.fail(Code.NOT_CALLABLE, call.callee().span(), "this cannot be called", label);
    return abandon(call);
  }

  private Draft named(Ast.Call call, Meaning meaning, Type expected) {
    return switch (meaning) {
      case Meaning.OfFunction of -> script(call, of.routine(), expected);
      case Meaning.OfLibraryFunction of -> library(call, choose(of, null), null, expected);
      case Meaning.OfVariant of -> variant(call, of, expected);
      case Meaning.OfLocal of -> {
        of.slot().use();
        yield notCallable(call, "this is a variable");
      }
      // what is left of a function whose header could not be read
      case Meaning.OfConstant of when of.routine().function().result() == Types.ERROR ->
          abandon(call);
      default -> notCallable(call, "this is " + meaning.words());
    };
  }

  // ---- functions of the package -----------------------------------------------------------------

  private Draft script(Ast.Call call, Routine routine, Type expected) {
    Function function = routine.function();
    Map<Type.Parameter, Type> put = in.types().instantiate(function.typeParameters());
    List<Type> parameters = new ArrayList<>();
    routine.parameters().forEach(slot -> parameters.add(slot.type().with(put)));
    Type result = function.result().with(put);
    boolean fits = wants(call.span(), result, expected);
    List<Draft> arguments = arguments(call, parameters, function.name());
    noteUse(routine, put, call.span());
    if (!fits || arguments == null) {
      return Draft.bad(call.span());
    }
    return new Draft(
        call.span(),
        result,
        Draft.anyEnds(arguments) || result.head() == Type.Scalar.NEVER,
        () ->
            Draft.strict(call.span(), arguments, trees -> call(call.span(), routine, put, trees)));
  }

  /// Notes for the later stages of checking that a function is called.
  void noteUse(Routine routine, Map<Type.Parameter, Type> put, Span span) {
    in.routine().uses().putIfAbsent(routine, span);
    if (!put.isEmpty()) {
      List<Type> types = new ArrayList<>();
      routine.function().typeParameters().forEach(parameter -> types.add(type(put, parameter)));
      in.routine().instances().add(new Routine.Instance(routine, types, span));
    }
  }

  private static Type type(Map<Type.Parameter, Type> put, Type.Parameter parameter) {
    return put.getOrDefault(parameter, Types.ERROR);
  }

  /// A call of a function of the package.
  Tree call(Span span, Routine routine, Map<Type.Parameter, Type> put, List<Tree> arguments) {
    Function function = routine.function();
    List<Type> types = new ArrayList<>();
    for (Type.Parameter parameter : function.typeParameters()) {
      types.add(in.types().settled(type(put, parameter)));
    }
    Type result = in.types().settled(function.result().with(put));
    return new Tree.Call(span, result, function, types, arguments);
  }

  // ---- functions of the library -----------------------------------------------------------------

  /// The one of several functions of one name that belongs to a receiver.
  private static LibraryFunction choose(Meaning.OfLibraryFunction of, @Nullable Type receiver) {
    if (receiver != null && of.overloads().size() > 1) {
      for (LibraryFunction function : of.overloads()) {
        if (!function.parameters().isEmpty()
            && mayBe(function.parameters().getFirst().type(), receiver)) {
          return function;
        }
      }
    }
    return of.overloads().getFirst();
  }

  private static boolean mayBe(Type wanted, Type actual) {
    return switch (wanted.head()) {
      case Type.Parameter _ -> true;
      case Type.Named named ->
          !(actual.head() instanceof Type.Named other)
              || named.definition() == other.definition()
                  && java.util.stream.IntStream.range(0, named.arguments().size())
                      .allMatch(i -> mayBe(named.arguments().get(i), other.arguments().get(i)));
      default -> actual.head() instanceof Type.Variable || wanted.head().equals(actual.head());
    };
  }

  private Draft library(
      Ast.Call call, LibraryFunction function, @Nullable Draft receiver, Type expected) {
    Map<Type.Parameter, Type> put = in.types().instantiate(function.typeParameters());
    List<Type> parameters = new ArrayList<>();
    function.parameters().forEach(parameter -> parameters.add(parameter.type().with(put)));
    if (receiver != null) {
      Type self = parameters.removeFirst();
      if (in.expect(receiver, self).isBad()) {
        return abandon(call);
      }
    }
    Type result = function.result().with(put);
    boolean fits = wants(call.span(), result, expected);
    List<Draft> arguments = arguments(call, parameters, function.name());
    if (!fits || arguments == null) {
      return Draft.bad(call.span());
    }
    List<Draft> all = new ArrayList<>();
    if (receiver != null) {
      all.add(receiver);
    }
    all.addAll(arguments);
    return new Draft(
        call.span(),
        result,
        Draft.anyEnds(all) || result.head() == Type.Scalar.NEVER,
        () ->
            Draft.strict(
                call.span(), all, trees -> libraryCall(call.span(), function, put, trees)));
  }

  /// A call of a function of the library.
  Tree libraryCall(
      Span span, LibraryFunction function, Map<Type.Parameter, Type> put, List<Tree> arguments) {
    Map<Type.Parameter, Type> types = HashMap.newHashMap(put.size());
    put.forEach((parameter, type) -> types.put(parameter, in.types().settled(type)));
    Type result = in.types().settled(function.result().with(put));
    mustBeKeys(span, result);
    if (!arguments.isEmpty()) {
      mustBeKeys(span, arguments.getFirst().type());
      mustBeOrdered(span, function, arguments.getFirst().type());
    }
    return new Tree.CallLibrary(span, result, function, types, arguments);
  }

  private void mustBeKeys(Span span, Type type) {
    if (BuiltIn.is(type, StandardTypes.MAP) || BuiltIn.is(type, StandardTypes.SET)) {
      Type key = ((Type.Named) type.head()).arguments().getFirst();
      String why = Keys.refusal(key);
      if (why != null) {
        in.fail(Code.NOT_A_KEY, span, Session.show(key) + " cannot be a key", why);
      }
    }
  }

  private void mustBeOrdered(Span span, LibraryFunction function, Type receiver) {
    if (function.path().equals("List.sort")
        && receiver.head() instanceof Type.Named named
        && !(named.arguments().getFirst().head() instanceof Type.Parameter)
        && !Keys.isOrdered(named.arguments().getFirst())) {
      in.fail(
          Code.INVALID_OPERAND,
          span,
          Session.show(named.arguments().getFirst()) + " has no order",
          "these elements cannot be sorted");
    }
  }

  private Draft method(Ast.Call call, Ast.Member callee, Type expected) {
    Draft receiver = in.infer(callee.target());
    if (receiver.isBad()) {
      return abandon(call);
    }
    Type type = receiver.type();
    Ast.Identifier name = callee.name();
    Meaning.OfLibraryFunction found = in.session().names().library().function(type, name.name());
    if (found != null) {
      LibraryFunction function = choose(found, type);
      if (function.method()) {
        return library(call, function, receiver, expected);
      }
      in.report(
          Diagnostic.of(
                  Code.UNKNOWN_MEMBER,
                  "`" + name.name() + "` is no method, but a function of its type",
                  in.source(),
                  name.span(),
                  "not a method")
              .note("call it as `" + function.path() + "(..)`"));
      return abandon(call);
    }
    if (Values.isOpen(type)) {
      in.values().openType(name);
      return abandon(call);
    }
    List<Type.Field> fields = Types.fieldsOf(type);
    if (fields != null && fields.stream().anyMatch(field -> field.name().equals(name.name()))) {
      return notCallable(call, "this is a field");
    }
    noMethod(type, name);
    return abandon(call);
  }

  private void noMethod(Type type, Ast.Identifier name) {
    List<String> methods = new ArrayList<>();
    in.session()
        .names()
        .library()
        .membersOf(type)
        .forEach((each, meaning) -> {
          if (meaning instanceof Meaning.OfLibraryFunction of
              && of.overloads().getFirst().method()) {
            methods.add(each);
          }
        });
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.UNKNOWN_MEMBER,
            Session.show(type) + " has no method `" + name.name() + "`",
            in.source(),
            name.span(),
            "no such method");
    diagnostic = Names.suggest(diagnostic, in.source(), name, methods);
    if (!methods.isEmpty() && methods.size() <= 12) {
      diagnostic = diagnostic.note("methods: " + String.join(", ", methods));
    }
    in.report(diagnostic);
  }

  // ---- variants ---------------------------------------------------------------------------------

  private Draft variant(Ast.Call call, Meaning.OfVariant of, Type expected) {
    Type.Named type = in.types().instantiate(of.type());
    boolean fits = wants(call.span(), type, expected);
    TypeDefinition.Variant variant = Names.variant(of);
    if (variant.payload().isEmpty()) {
      return notCallable(call, "`" + variant.name() + "` has no payload");
    }
    List<Draft> arguments = arguments(call, Names.payload(type, of.index()), variant.name());
    if (!fits || arguments == null) {
      return Draft.bad(call.span());
    }
    return new Draft(
        call.span(),
        type,
        Draft.anyEnds(arguments),
        () ->
            Draft.strict(
                call.span(),
                arguments,
                trees ->
                    new Tree.VariantOf(
                        call.span(), in.types().settledNamed(type), of.index(), trees)));
  }

  // ---- arguments --------------------------------------------------------------------------------

  private boolean wants(Span span, Type result, Type expected) {
    if (in.types().fits(expected, result)) {
      return true;
    }
    in.session().mismatch(in.source(), span, expected, result);
    return false;
  }

  /// Checks arguments; null if their number is wrong or one of them is.
  private @Nullable List<Draft> arguments(Ast.Call call, List<Type> parameters, String name) {
    if (call.arguments().size() != parameters.size()) {
      in.fail(
          Code.ARGUMENT_COUNT,
          call.span(),
          "`"
              + name
              + "` takes "
              + TypeReader.count(parameters.size(), "argument")
              + ", found "
              + call.arguments().size(),
          "expected " + TypeReader.count(parameters.size(), "argument"));
      abandon(call);
      return null;
    }
    List<Draft> drafts = new ArrayList<>(parameters.size());
    boolean bad = false;
    for (int i = 0; i < parameters.size(); i++) {
      Draft draft = in.check(call.arguments().get(i), parameters.get(i));
      bad |= draft.isBad() || tooLarge(draft);
      drafts.add(draft);
    }
    return bad ? null : drafts;
  }

  private boolean tooLarge(Draft draft) {
    if (!Types.isTooLarge(draft.type())) {
      return false;
    }
    in.fail(Code.TOO_LARGE, draft.span(), "the type of this is too large", "too large a type");
    return true;
  }
}
