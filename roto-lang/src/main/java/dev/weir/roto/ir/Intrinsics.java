package dev.weir.roto.ir;

import dev.weir.roto.ir.Node.Comparison;
import dev.weir.roto.library.Forms;
import dev.weir.roto.run.Order;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import java.util.List;

/// Lowers the functions of the library that the compiler writes out itself: those that take
/// closures, which become loops and branches with the closure's body in them, and those of generic
/// enums.
final class Intrinsics {
  private final Body body;

  Intrinsics(Body body) {
    this.body = body;
  }

  Node lower(String name, Tree.CallLibrary call) {
    Type self = body.type(call.arguments().getFirst().type());
    String kind = name.substring(0, name.indexOf('.'));
    String method = name.substring(name.indexOf('.') + 1);
    return switch (kind) {
      case "List" -> list(method, call, self);
      case "Option" -> option(method, call, self);
      case "Result", "Verdict" -> result(method, call, self);
      default -> throw new IllegalStateException("no lowering of " + name);
    };
  }

  private Node argument(Tree.CallLibrary call, int index) {
    return body.value(call.arguments().get(index));
  }

  private static Tree.Closure closure(Tree.CallLibrary call, int index) {
    return (Tree.Closure) call.arguments().get(index);
  }

  // ---- lists ------------------------------------------------------------------------------------

  private Node list(String method, Tree.CallLibrary call, Type self) {
    Type element = ((Type.Named) self.head()).arguments().getFirst();
    Node list = argument(call, 0);
    if (list.form().isVoid()) {
      return list;
    }
    return switch (method) {
      case "map" -> map(list, call, element);
      case "filter" -> filter(list, call, element);
      case "any" -> search(list, call, element, true);
      case "all" -> search(list, call, element, false);
      case "fold" -> fold(list, call, element);
      case "find" -> find(list, call, element, false);
      case "position" -> find(list, call, element, true);
      case "sort" -> sort(list, element, call.span());
      default -> throw new IllegalStateException("no lowering of List." + method);
    };
  }

  private Node push(Node list, Node value, Type element) {
    Node boxed = Body.materialised(value, element);
    Form kept = Form.of(Forms.of(element));
    String given = kept.isReference() ? Form.OBJECT.descriptor() : kept.descriptor();
    return new Node.Invoke(
        new Node.Method(
            Node.Dispatch.VIRTUAL, list.form().className(), "push", "(" + given + ")V", Form.VOID),
        List.of(list, boxed),
        null);
  }

  private Node map(Node list, Tree.CallLibrary call, Type element) {
    Type changed = ((Type.Named) body.type(call.type()).head()).arguments().getFirst();
    Body.Held from = Body.hold(list);
    Body.Held result = Body.hold(body.objects.emptyList(changed));
    return Node.sequence(
        from.put(),
        result.put(),
        body.loops.each(
            from.get(),
            element,
            (value, _, _) -> push(result.get(), body.inline(closure(call, 1), value), changed)),
        result.get());
  }

  private Node filter(Node list, Tree.CallLibrary call, Type element) {
    Body.Held from = Body.hold(list);
    Body.Held result = Body.hold(body.objects.emptyList(element));
    return Node.sequence(
        from.put(),
        result.put(),
        body.loops.each(
            from.get(),
            element,
            (value, _, _) -> {
              if (value.form().isVoid()) {
                return Node.choice(
                    Form.VOID,
                    body.inline(closure(call, 1), value),
                    push(result.get(), Node.NOTHING, element),
                    Node.NOTHING);
              }
              Body.Held held = Body.hold(value);
              return Node.sequence(
                  held.put(),
                  Node.choice(
                      Form.VOID,
                      body.inline(closure(call, 1), held.get()),
                      push(result.get(), held.get(), element),
                      Node.NOTHING));
            }),
        result.get());
  }

  private Node search(Node list, Tree.CallLibrary call, Type element, boolean wanted) {
    Body.Held result = Body.hold(new Node.Constant(Form.BOOLEAN, !wanted));
    return Node.sequence(
        result.put(),
        body.loops.each(
            list,
            element,
            (value, _, end) -> {
              Node test = body.inline(closure(call, 1), value);
              return Node.choice(
                  Form.VOID,
                  wanted ? test : new Node.Not(test),
                  Node.sequence(
                      new Node.Put(result.variable(), new Node.Constant(Form.BOOLEAN, wanted)),
                      new Node.Leave(end)),
                  Node.NOTHING);
            }),
        result.get());
  }

  private Node fold(Node list, Tree.CallLibrary call, Type element) {
    Body.Held from = Body.hold(list);
    Node start = argument(call, 1);
    Tree.Closure step = closure(call, 2);
    if (start.form().isVoid()) {
      return Node.sequence(
          from.put(),
          start,
          body.loops.each(
              from.get(), element, (value, _, _) -> body.inline(step, Node.NOTHING, value)));
    }
    Body.Held result = Body.hold(start);
    return Node.sequence(
        from.put(),
        result.put(),
        body.loops.each(
            from.get(),
            element,
            (value, _, _) ->
                new Node.Put(result.variable(), body.inline(step, result.get(), value))),
        result.get());
  }

  private Node find(Node list, Tree.CallLibrary call, Type element, boolean position) {
    Type option = body.type(call.type());
    Form form = body.lowering().form(option);
    Body.Held result = Body.hold(new Node.Constant(form, null));
    return Node.sequence(
        result.put(),
        body.loops.each(
            list,
            element,
            (value, index, end) -> {
              Node kept = value;
              Node before = Node.NOTHING;
              if (!value.form().isVoid()) {
                Body.Held held = Body.hold(value);
                before = held.put();
                kept = held.get();
              }
              Node found =
                  position ? new Node.Convert(Form.LONG, Node.Conversion.EXTEND, index) : kept;
              Type inner = position ? Type.Scalar.U64 : element;
              return Node.sequence(
                  before,
                  Node.choice(
                      Form.VOID,
                      body.inline(closure(call, 1), kept),
                      Node.sequence(
                          new Node.Put(result.variable(), body.objects.some(found, inner)),
                          new Node.Leave(end)),
                      Node.NOTHING));
            }),
        result.get());
  }

  private Node sort(Node list, Type element, Span span) {
    Order order =
        switch (element.head()) {
          case Type.Scalar.I8, Type.Scalar.I16, Type.Scalar.I32, Type.Scalar.I64 -> Order.SIGNED;
          case Type.Scalar.F32, Type.Scalar.F64 -> Order.FLOAT;
          case Type.Scalar.STRING -> Order.TEXT;
          case Type.Scalar.IP_ADDR, Type.Scalar.PREFIX -> Order.COMPARABLE;
          default -> Order.UNSIGNED;
        };
    Form orderForm = Form.reference(Order.class);
    return new Node.Invoke(
        new Node.Method(
            Node.Dispatch.VIRTUAL,
            list.form().className(),
            "sort",
            "(" + orderForm.descriptor() + ")V",
            Form.VOID),
        List.of(list, new Node.Datum(orderForm, order)),
        span);
  }

  // ---- options ----------------------------------------------------------------------------------

  private Node option(String method, Tree.CallLibrary call, Type self) {
    Options.Parts parts =
        method.equals("unwrap_or") || method.equals("ok_or")
            ? body.options.parts(argument(call, 0), self)
            : body.options.take(call.arguments().getFirst());
    Type result = body.type(call.type());
    Form form = body.lowering().form(result);
    return Node.sequence(
        parts.prepare(),
        switch (method) {
          case "is_some" -> parts.isSome();
          case "is_none" -> new Node.Not(parts.isSome());
          case "unwrap_or" -> {
            Node other = argument(call, 1);
            if (other.form().isVoid()) {
              yield other;
            }
            Body.Held held = Body.hold(other);
            yield Node.sequence(
                held.put(), Node.choice(form, parts.isSome(), parts.payload(), held.get()));
          }
          case "map" ->
              Node.choice(
                  form,
                  parts.isSome(),
                  body.objects.some(
                      body.inline(closure(call, 1), parts.payload()), Objects.inner(result)),
                  new Node.Constant(form, null));
          case "and_then" ->
              Node.choice(
                  form,
                  parts.isSome(),
                  body.inline(closure(call, 1), parts.payload()),
                  new Node.Constant(form, null));
          case "ok_or" -> okOr(parts, call, result);
          default -> throw new IllegalStateException("no lowering of Option." + method);
        });
  }

  private Node okOr(Options.Parts parts, Tree.CallLibrary call, Type result) {
    Node error = argument(call, 1);
    Node before = error;
    Node kept = Node.NOTHING;
    if (!error.form().isVoid()) {
      Body.Held held = Body.hold(error);
      before = held.put();
      kept = held.get();
    }
    return Node.sequence(
        before,
        Node.choice(
            body.lowering().form(result),
            parts.isSome(),
            body.objects.variant(result, 0, List.of(parts.payload()), call.span()),
            body.objects.variant(result, 1, List.of(kept), call.span())));
  }

  // ---- results and verdicts ---------------------------------------------------------------------

  private Node result(String method, Tree.CallLibrary call, Type self) {
    Node value = argument(call, 0);
    if (value.form().isVoid()) {
      return value;
    }
    Body.Held held = Body.hold(value);
    Node first =
        new Node.Compare(
            Comparison.EQUAL, false, body.objects.tag(held.get(), self), Node.number(0));
    Type type = body.type(call.type());
    Form form = body.lowering().form(type);
    Node left = side(held, self, 0);
    Node right = side(held, self, 1);
    Node node =
        switch (method) {
          case "is_ok", "is_accept" -> first;
          case "is_err", "is_reject" -> new Node.Not(first);
          case "unwrap_or" -> unwrapOr(call, first, left, form);
          case "map" ->
              Node.choice(
                  form,
                  first,
                  variant(type, 0, body.inline(closure(call, 1), left), call),
                  variant(type, 1, right, call));
          case "map_err" ->
              Node.choice(
                  form,
                  first,
                  variant(type, 0, left, call),
                  variant(type, 1, body.inline(closure(call, 1), right), call));
          case "ok" ->
              Node.choice(form, first, variant(type, 0, left, call), new Node.Constant(form, null));
          case "err" ->
              Node.choice(
                  form, first, new Node.Constant(form, null), variant(type, 0, right, call));
          default -> throw new IllegalStateException("no lowering of Result." + method);
        };
    return Node.sequence(held.put(), node);
  }

  private Node side(Body.Held held, Type self, int variant) {
    return Forms.isTag(self) ? Node.NOTHING : body.objects.payload(held.get(), self, variant, 0);
  }

  private Node variant(Type type, int variant, Node payload, Tree.CallLibrary call) {
    return body.objects.variant(type, variant, List.of(payload), call.span());
  }

  private Node unwrapOr(Tree.CallLibrary call, Node first, Node left, Form form) {
    Node other = argument(call, 1);
    if (other.form().isVoid()) {
      return other;
    }
    Body.Held held = Body.hold(other);
    return Node.sequence(held.put(), Node.choice(form, first, left, held.get()));
  }
}
