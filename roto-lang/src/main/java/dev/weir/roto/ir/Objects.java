package dev.weir.roto.ir;

import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.run.Unit;
import dev.weir.roto.run.Values;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lowers what makes values and takes them apart: literals, lists, records, enums, boxing.
final class Objects {
  /// `()` where a value needs a form.
  static final Node UNIT = new Node.Datum(Form.UNIT, Unit.VALUE);

  private static final Node.Method SOME =
      Node.method(Values.class, "some", Form.OBJECT, Form.OBJECT);
  private static final Node.Method INSIDE =
      Node.method(Values.class, "inside", Form.OBJECT, Form.OBJECT);

  private final Body body;

  Objects(Body body) {
    this.body = body;
  }

  Node literal(Tree.Literal literal) {
    Form form = body.form(literal.type());
    return switch (form.kind()) {
      case VOID -> Node.NOTHING;
      case INT -> Node.number(((Number) literal.value()).intValue());
      case LONG -> new Node.Constant(form, ((Number) literal.value()).longValue());
      case FLOAT -> new Node.Constant(form, ((Number) literal.value()).floatValue());
      case DOUBLE -> new Node.Constant(form, ((Number) literal.value()).doubleValue());
      case BOOLEAN -> new Node.Constant(form, literal.value());
      case REFERENCE ->
          literal.value() instanceof String
              ? new Node.Constant(form, literal.value())
              : new Node.Datum(form, literal.value());
    };
  }

  Node constant(LibraryConstant constant) {
    Form form = body.form(constant.type());
    return switch (form.kind()) {
      case VOID -> Node.NOTHING;
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> new Node.Constant(form, constant.value());
      case REFERENCE -> new Node.Datum(form, constant.value());
    };
  }

  Node context(Tree.ReadContext read) {
    Form form = body.form(read.type());
    return new Node.CallHost(
        form,
        read.variable().getter(),
        "(Ljava/lang/Object;)" + form.descriptor(),
        List.of(new Node.Context()),
        read.span());
  }

  Node list(Tree.ListOf list) {
    Type element = ((Type.Named) body.type(list.type())).arguments().getFirst();
    List<Node> elements = new ArrayList<>(list.elements().size());
    for (Tree tree : list.elements()) {
      elements.add(body.operand(tree));
    }
    Form form = body.form(list.type());
    if (elements.isEmpty()) {
      return emptyList(element);
    }
    Form kind = Form.of(Forms.of(element));
    Node.ArrayOf array = new Node.ArrayOf(kind, elements);
    return new Node.Invoke(
        new Node.Method(
            Node.Dispatch.STATIC,
            form.className(),
            "of",
            "(" + array.form().className() + ")" + form.descriptor(),
            form),
        List.of(array),
        list.span());
  }

  /// A new list without elements.
  Node emptyList(Type element) {
    Form form = Form.reference(Forms.list(element));
    return new Node.Invoke(
        new Node.Method(Node.Dispatch.NEW, form.className(), "<init>", "()V", form),
        List.of(),
        null);
  }

  /// Fields are evaluated as written and then put where they belong.
  Node record(Tree.RecordOf record) {
    Type type = body.type(record.type());
    List<Node> before = new ArrayList<>();
    Node[] fields = new Node[record.fields().size()];
    boolean ordered = true;
    for (int i = 0; i < fields.length; i++) {
      ordered &= record.fields().get(i).index() == i;
    }
    for (Tree.FieldOf field : record.fields()) {
      Node value = body.value(field.value());
      if (ordered || value instanceof Node.Constant || value.form().isVoid()) {
        fields[field.index()] = value;
        continue;
      }
      Body.Held held = Body.hold(value);
      before.add(held.put());
      fields[field.index()] = held.get();
    }
    before.add(construct(type, 0, List.of(fields), record.span()));
    return Node.sequence(before);
  }

  Node variant(Tree.VariantOf tree) {
    Type type = body.type(tree.type());
    return variant(
        type, tree.variant(), tree.payload().stream().map(body::value).toList(), tree.span());
  }

  /// A variant of an enum whose payload has been computed; values of type `()` have no form.
  Node variant(Type type, int variant, List<Node> payload, Span span) {
    if (BuiltIn.is(type, BuiltIn.OPTION)) {
      return variant == 0
          ? some(payload.getFirst(), inner(type))
          : new Node.Constant(body.lowering().form(type), null);
    }
    if (Forms.isTag(type)) {
      List<Node> nodes = new ArrayList<>(payload.stream().map(Body::drop).toList());
      nodes.add(Node.number(variant));
      return Node.sequence(nodes);
    }
    return construct(type, variant, payload, span);
  }

  /// A record, or a variant with payload, from all its fields in order.
  Node construct(Type type, int variant, List<Node> fields, Span span) {
    HostLayout host = host(type);
    if (host != null) {
      MethodHandle constructor = host.variants().get(variant).constructor();
      return hostCall(body.lowering().form(type), constructor, boxUnits(fields), span);
    }
    Layout layout = body.lowering().layout(type);
    return new Node.Construct(layout, variant, fields);
  }

  private static List<Node> boxUnits(List<Node> fields) {
    return fields.stream()
        .map(field -> field.form().isVoid() ? Node.sequence(field, UNIT) : field)
        .toList();
  }

  private static Node hostCall(Form form, MethodHandle handle, List<Node> arguments, Span span) {
    StringBuilder text = new StringBuilder("(");
    arguments.forEach(argument -> text.append(argument.form().descriptor()));
    return new Node.CallHost(
        form, handle, text.append(')').append(form.descriptor()).toString(), arguments, span);
  }

  private @Nullable HostLayout host(Type type) {
    return type.head() instanceof Type.Named named
        ? body.lowering().host(named.definition())
        : null;
  }

  /// A field of a record.
  Node field(Node record, Type type, int index) {
    return payload(record, type, 0, index);
  }

  /// The index of the variant of an enum that is no option.
  Node tag(Node value, Type type) {
    HostLayout host = host(type);
    if (host != null) {
      return hostCall(Form.INT, host.tag(), List.of(value), new Span(0, 0));
    }
    return Forms.isTag(type)
        ? value
        : new Node.Field(Form.INT, body.lowering().layout(type), Layout.TAG, value);
  }

  /// A field of a record or variant that the value is known to be.
  Node payload(Node value, Type type, int variant, int index) {
    Type fieldType = fieldTypes(type, variant).get(index);
    Form form = body.lowering().form(fieldType);
    if (form.isVoid()) {
      return Body.drop(value);
    }
    HostLayout host = host(type);
    if (host != null) {
      MethodHandle getter = host.variants().get(variant).getters().get(index);
      return hostCall(form, getter, List.of(value), new Span(0, 0));
    }
    Layout layout = body.lowering().layout(type);
    return new Node.Field(form, layout, layout.variants().get(variant).get(index), value);
  }

  /// The types of the fields of a record or variant.
  static List<Type> fieldTypes(Type type, int variant) {
    return switch (type.head()) {
      case Type.Anonymous record -> record.fields().stream().map(Type.Field::type).toList();
      case Type.Named named when named.definition().body() instanceof EnumBody ->
          named.definition().variants(named.arguments()).get(variant).payload();
      case Type.Named named ->
          named.definition().fields(named.arguments()).stream().map(Type.Field::type).toList();
      default -> throw new IllegalStateException(type + " has no fields");
    };
  }

  /// A copy of a record with another value in a field.
  Node with(Variable record, Type type, int index, Node value) {
    Layout layout = Forms.isShape(type) ? body.lowering().layout(type) : null;
    if (layout != null) {
      Layout.Place place = layout.variants().getFirst().get(index);
      return place.kind() < 0
          ? Node.sequence(Body.drop(value), new Node.Get(record))
          : new Node.With(layout, place, record, value);
    }
    Body.Held held = Body.hold(value);
    List<Node> fields = new ArrayList<>();
    for (int i = 0; i < fieldTypes(type, 0).size(); i++) {
      fields.add(i == index ? held.get() : field(new Node.Get(record), type, i));
    }
    return Node.sequence(held.put(), construct(type, 0, fields, new Span(0, 0)));
  }

  // ---- boxing -----------------------------------------------------------------------------------

  /// The type inside an option.
  static Type inner(Type option) {
    return ((Type.Named) option.head()).arguments().getFirst();
  }

  /// `Some` of a value.
  Node some(Node value, Type inner) {
    Node object = box(value, inner);
    return Forms.isNullable(inner)
        ? new Node.Invoke(SOME, List.of(object), null)
        : cast(object, Form.of(Forms.of(BuiltIn.option(inner))));
  }

  /// The value inside an option that is not `None`.
  Node inside(Node option, Type inner) {
    Node object = Forms.isNullable(inner) ? new Node.Invoke(INSIDE, List.of(option), null) : option;
    return unbox(object, inner);
  }

  /// A value of a type as an object.
  static Node box(Node value, Type type) {
    return value.form().isVoid()
        ? Body.materialised(value, type)
        : value.form().isReference() ? value : new Node.Box(value);
  }

  /// An object as a value of a type.
  Node unbox(Node object, Type type) {
    Form form = body.lowering().form(type);
    return switch (form.kind()) {
      case VOID -> Body.drop(object);
      case REFERENCE -> cast(object, form);
      default -> new Node.Unbox(form, object);
    };
  }

  /// A reference as one of a class.
  static Node cast(Node object, Form form) {
    return form.equals(Form.OBJECT) || form.equals(object.form())
        ? object
        : new Node.Cast(form, object);
  }

  /// The JVM's descriptor of a method type.
  static String descriptor(MethodType type) {
    return type.toMethodDescriptorString();
  }
}
