package dev.weir.roto.ir;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import dev.weir.roto.ir.Node.Comparison;
import dev.weir.roto.library.Forms;
import dev.weir.roto.run.Addresses;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lowers patterns to decisions.
///
/// A row is what one arm still asks of parts of the value. Rows are taken from the top. As long as
/// the next rows ask for a variant, or a literal, of the same part, they become one switch, so that
/// no tag is tested twice for them; any other question is a test of its own. What does not fit
/// falls through to the rows after. So the code is linear in the text: no arm is written twice, and
/// a guard that fails goes on with the next arm.
final class Matching {
  private static final Form ADDRESS = Form.reference(IpAddress.class);
  private static final int FEW = 5;

  /// A part of the value that is matched: its type, how it is read, and of an option that was not
  /// made, its parts.
  private record Part(Type type, Node read, Options.@Nullable Parts option) {}

  private record Clause(Part part, Pattern pattern) {}

  private record Binding(Local local, Part part) {}

  /// What an arm still asks.
  private record Row(
      List<Clause> clauses, List<Binding> bindings, @Nullable Tree guard, Node found) {
    Row with(List<Clause> next) {
      return new Row(next, bindings, guard, found);
    }
  }

  private final Body body;

  Matching(Body body) {
    this.body = body;
  }

  Node match(Tree.Match match) {
    boolean guarded = match.arms().stream().anyMatch(arm -> arm.guard() != null);
    Form form = body.form(match.type());
    List<Node> before = new ArrayList<>();
    Part part = part(match.value(), guarded, before);
    if (part == null) {
      return Node.sequence(before);
    }
    List<Node> decisions = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<Node.Destination> destinations = new ArrayList<>();
    for (Tree.Arm arm : match.arms()) {
      Node.Target target = new Node.Target();
      List<Clause> clauses = List.of(new Clause(part, arm.pattern()));
      Row row = new Row(clauses, List.of(), arm.guard(), new Node.Leave(target));
      if (arm.guard() != null && hasAlternatives(arm.pattern())) {
        decisions.add(decide(rows));
        rows.clear();
        decisions.add(guardedOnce(row, arm.guard()));
      } else {
        rows.add(row);
      }
      destinations.add(new Node.Destination(target, Body.dropUnless(form, body.value(arm.body()))));
    }
    decisions.add(decide(rows));
    Node.Sequence decision = new Node.Sequence(Form.VOID, decisions);
    Node.Select select = new Node.Select(form, decision, destinations, unreachable(match));
    before.add(new Node.At(match.value().span(), select));
    return Node.sequence(before);
  }

  /// A row with alternatives, of which the first that fits gives the bindings; then its guard is
  /// asked, once.
  private Node guardedOnce(Row row, Tree guard) {
    Node.Target fits = new Node.Target();
    Node.Target skip = new Node.Target();
    Row unguarded = new Row(row.clauses(), row.bindings(), null, new Node.Leave(fits));
    Node asked =
        new Node.Labelled(
            fits,
            new Node.Sequence(
                Form.VOID, List.of(decide(List.of(unguarded)), new Node.Leave(skip))));
    Node decided = Node.choice(Form.VOID, body.value(guard), row.found(), Node.NOTHING);
    return new Node.Labelled(skip, new Node.Sequence(Form.VOID, List.of(asked, decided)));
  }

  private static boolean hasAlternatives(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Or _ -> true;
      case Pattern.Variant variant ->
          variant.payload().stream().anyMatch(Matching::hasAlternatives);
      case Pattern.Record record -> record.fields().stream().anyMatch(Matching::hasAlternatives);
      default -> false;
    };
  }

  private static Node unreachable(Tree.Match match) {
    return new Node.Throw(
        new Node.Invoke(
            Operators.runtime("unreachable", Form.reference(ScriptException.class)),
            List.of(),
            match.span()));
  }

  /// `if` with patterns among its conditions.
  Node branches(List<Tree.Branch> branches, Node otherwise, Form form) {
    List<Node> decision = new ArrayList<>();
    List<Node.Destination> destinations = new ArrayList<>();
    for (Tree.Branch branch : branches) {
      Node.Target target = new Node.Target();
      Node found = new Node.Leave(target);
      Pattern pattern = branch.pattern();
      decision.add(
          pattern == null
              ? Node.choice(Form.VOID, body.value(branch.condition()), found, Node.NOTHING)
              : test(pattern, branch.condition(), found));
      destinations.add(
          new Node.Destination(target, Body.dropUnless(form, body.value(branch.body()))));
    }
    return new Node.Select(form, new Node.Sequence(Form.VOID, decision), destinations, otherwise);
  }

  /// Does `found` if the value fits.
  private Node test(Pattern pattern, Tree value, Node found) {
    List<Node> nodes = new ArrayList<>();
    Part part = part(value, false, nodes);
    if (part != null) {
      nodes.add(
          decide(List.of(new Row(List.of(new Clause(part, pattern)), List.of(), null, found))));
    }
    return new Node.At(value.span(), new Node.Sequence(Form.VOID, nodes));
  }

  /// Binds what the pattern names, or does `failed`, which does not end normally.
  Node require(Pattern pattern, Tree value, Node failed) {
    Node.Target target = new Node.Target();
    return new Node.Labelled(
        target, Node.sequence(test(pattern, value, new Node.Leave(target)), failed));
  }

  private @Nullable Part part(Tree value, boolean guarded, List<Node> before) {
    Type type = body.type(value.type());
    if (BuiltIn.is(type, BuiltIn.OPTION) && !guarded) {
      Options.Parts parts = body.options.take(value);
      before.add(parts.prepare());
      return new Part(type, Node.NOTHING, parts);
    }
    Node node = body.value(value);
    if (node.form().isVoid()) {
      before.add(node);
      return type.head() == Type.Scalar.UNIT ? new Part(type, Node.NOTHING, null) : null;
    }
    Body.Held held = Body.hold(node);
    before.add(held.put());
    return new Part(type, held.get(), null);
  }

  // ---- decisions --------------------------------------------------------------------------------

  private Node decide(List<Row> rows) {
    List<Node> nodes = new ArrayList<>();
    Deque<Row> pending = new ArrayDeque<>(rows);
    while (!pending.isEmpty()) {
      Row row = plain(pending.remove());
      if (row.clauses().isEmpty()) {
        nodes.add(found(row));
        if (row.guard() == null) {
          break;
        }
        continue;
      }
      Clause first = row.clauses().getFirst();
      List<Clause> rest = row.clauses().subList(1, row.clauses().size());
      if (first.pattern() instanceof Pattern.Or(_, List<Pattern> alternatives)) {
        for (Pattern alternative : alternatives.reversed()) {
          pending.push(row.with(prepend(List.of(new Clause(first.part(), alternative)), rest)));
        }
      } else if (isSwitched(first)) {
        nodes.add(group(row, first, pending));
      } else {
        nodes.add(
            Node.choice(Form.VOID, test(first), decide(List.of(row.with(rest))), Node.NOTHING));
      }
    }
    return new Node.Sequence(Form.VOID, nodes);
  }

  private static List<Clause> prepend(List<Clause> first, List<Clause> rest) {
    List<Clause> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  /// The row without questions that are answered already.
  private Row plain(Row row) {
    List<Clause> clauses = new ArrayList<>();
    List<Binding> bindings = new ArrayList<>(row.bindings());
    Deque<Clause> work = new ArrayDeque<>(row.clauses());
    while (!work.isEmpty()) {
      Clause clause = work.remove();
      switch (clause.pattern()) {
        case Pattern.Any _ -> {}
        case Pattern.Bind bind -> bindings.add(new Binding(bind.local(), clause.part()));
        case Pattern.Record record ->
            fields(clause.part(), 0, record.fields()).reversed().forEach(work::push);
        case Pattern.Equal _ when body.lowering().form(clause.part().type()).isVoid() -> {}
        default -> clauses.add(clause);
      }
    }
    return new Row(clauses, bindings, row.guard(), row.found());
  }

  private List<Clause> fields(Part part, int variant, List<Pattern> patterns) {
    List<Clause> clauses = new ArrayList<>();
    List<Type> types = Objects.fieldTypes(part.type(), variant);
    for (int i = 0; i < patterns.size(); i++) {
      Node read;
      if (BuiltIn.is(part.type(), BuiltIn.OPTION)) {
        read = parts(part).payload();
      } else if (Forms.isTag(part.type())) {
        read = Node.NOTHING;
      } else {
        read = body.objects.payload(part.read(), part.type(), variant, i);
      }
      clauses.add(new Clause(new Part(types.get(i), read, null), patterns.get(i)));
    }
    return clauses;
  }

  private Options.Parts parts(Part part) {
    Options.Parts known = part.option();
    return known != null
        ? known
        : new Options.Parts(
            Node.NOTHING,
            new Node.Not(new Node.IsNull(part.read())),
            body.objects.inside(part.read(), Objects.inner(part.type())));
  }

  private Node read(Part part) {
    if (part.option() == null) {
      return part.read();
    }
    return Node.choice(
        body.lowering().form(part.type()),
        part.option().isSome(),
        body.objects.some(part.option().payload(), Objects.inner(part.type())),
        new Node.Constant(body.lowering().form(part.type()), null));
  }

  private Node found(Row row) {
    List<Node> nodes = new ArrayList<>();
    for (Binding binding : row.bindings()) {
      nodes.add(body.bind(binding.local(), read(binding.part())));
    }
    Tree guard = row.guard();
    nodes.add(
        guard == null
            ? row.found()
            : Node.choice(Form.VOID, body.value(guard), row.found(), Node.NOTHING));
    return new Node.Sequence(Form.VOID, nodes);
  }

  // ---- switches ---------------------------------------------------------------------------------

  /// What a row asks for of a part, if it can be one case of a switch: the number of a variant, or
  /// the value of a literal.
  private @Nullable Object key(Clause clause) {
    Form form = body.lowering().form(clause.part().type());
    return switch (clause.pattern()) {
      case Pattern.Variant variant -> variant.variant();
      case Pattern.Equal(_, Tree.Literal literal) ->
          switch (form.kind()) {
            case INT -> ((Number) literal.value()).intValue();
            case LONG -> ((Number) literal.value()).longValue();
            case BOOLEAN -> ((boolean) literal.value()) ? 1 : 0;
            default -> literal.value() instanceof String text ? text : null;
          };
      default -> null;
    };
  }

  private boolean isSwitched(Clause clause) {
    return key(clause) != null;
  }

  /// The rows from here on that ask for a case of the same part, as one node.
  private Node group(Row first, Clause clause, Deque<Row> pending) {
    Map<Object, List<Row>> cases = new LinkedHashMap<>();
    add(cases, first, 0);
    while (!pending.isEmpty()) {
      Row next = plain(pending.element());
      int at = indexOf(next, clause.part());
      if (at < 0) {
        break;
      }
      pending.remove();
      if (next.clauses().get(at).pattern() instanceof Pattern.Or(_, List<Pattern> alternatives)) {
        for (Pattern alternative : alternatives.reversed()) {
          List<Clause> clauses = new ArrayList<>(next.clauses());
          clauses.set(at, new Clause(clause.part(), alternative));
          pending.push(next.with(clauses));
        }
        continue;
      }
      add(cases, next, at);
    }
    Map<Object, Node> decided = new LinkedHashMap<>();
    cases.forEach((key, rows) -> decided.put(key, decide(rows)));
    return choose(clause.part(), decided);
  }

  private int indexOf(Row row, Part part) {
    for (int i = 0; i < row.clauses().size(); i++) {
      Clause clause = row.clauses().get(i);
      if (clause.part() == part || clause.part().equals(part)) {
        boolean all =
            clause.pattern() instanceof Pattern.Or(_, List<Pattern> alternatives)
                ? alternatives.stream()
                    .allMatch(one -> one instanceof Pattern.Or || isSwitched(new Clause(part, one)))
                : isSwitched(clause);
        return all ? i : -1;
      }
    }
    return -1;
  }

  private void add(Map<Object, List<Row>> cases, Row row, int at) {
    List<Clause> clauses = new ArrayList<>(row.clauses());
    Clause clause = clauses.remove(at);
    Object key = java.util.Objects.requireNonNull(key(clause));
    if (clause.pattern() instanceof Pattern.Variant variant) {
      clauses.addAll(at, fields(clause.part(), variant.variant(), variant.payload()));
    }
    cases.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.with(clauses));
  }

  private Node choose(Part part, Map<Object, Node> cases) {
    Type type = part.type();
    if (BuiltIn.is(type, BuiltIn.OPTION)) {
      return Node.choice(
          Form.VOID,
          parts(part).isSome(),
          cases.getOrDefault(0, Node.NOTHING),
          cases.getOrDefault(1, Node.NOTHING));
    }
    Form form = body.lowering().form(type);
    boolean tags = form.isReference() && !form.equals(Form.STRING);
    Node selector = tags || Forms.isTag(type) ? body.objects.tag(part.read(), type) : part.read();
    if (selector.form().isReference() || selector.form().kind() == Form.Kind.LONG) {
      return cases.size() < FEW ? chain(part, cases) : hashed(part, cases);
    }
    if (selector.form().kind() == Form.Kind.BOOLEAN) {
      return Node.choice(
          Form.VOID,
          selector,
          cases.getOrDefault(1, Node.NOTHING),
          cases.getOrDefault(0, Node.NOTHING));
    }
    return numbered(part, selector, cases);
  }

  private static Node numbered(Part part, Node selector, Map<Object, Node> cases) {
    List<Node.Case> list = new ArrayList<>();
    cases.forEach((key, node) -> list.add(new Node.Case((int) key, node)));
    boolean complete =
        part.type().head() instanceof Type.Named named
            && named.definition().body()
                instanceof dev.weir.roto.type.TypeDefinition.EnumBody(var variants)
            && variants.size() == list.size();
    Node otherwise = complete ? list.removeLast().body() : Node.NOTHING;
    if (list.isEmpty()) {
      return otherwise;
    }
    if (list.size() == 1) {
      return Node.choice(
          Form.VOID,
          new Node.Compare(Comparison.EQUAL, false, selector, Node.number(list.getFirst().key())),
          list.getFirst().body(),
          otherwise);
    }
    return new Node.Switch(selector, list, otherwise);
  }

  private Node chain(Part part, Map<Object, Node> cases) {
    List<Node.Branch> branches = new ArrayList<>();
    cases.forEach((key, node) ->
        branches.add(
            new Node.Branch(
                body.operators.compare(
                    Comparison.EQUAL,
                    part.type(),
                    part.read(),
                    new Node.Constant(part.read().form(), key)),
                node)));
    return new Node.If(Form.VOID, branches, Node.NOTHING);
  }

  private Node hashed(Part part, Map<Object, Node> cases) {
    Map<Integer, Map<Object, Node>> buckets = new LinkedHashMap<>();
    cases.forEach((key, node) ->
        buckets.computeIfAbsent(key.hashCode(), _ -> new LinkedHashMap<>()).put(key, node));
    List<Node.Case> list = new ArrayList<>();
    buckets.forEach((hash, bucket) -> list.add(new Node.Case(hash, chain(part, bucket))));
    Node.Method hash =
        part.read().form().isReference()
            ? new Node.Method(
                Node.Dispatch.VIRTUAL, "java/lang/String", "hashCode", "()I", Form.INT)
            : Node.method(Long.class, "hashCode", Form.INT, Form.LONG);
    return new Node.Switch(new Node.Invoke(hash, List.of(part.read()), null), list, Node.NOTHING);
  }

  // ---- tests ------------------------------------------------------------------------------------

  /// An address in a prefix: the family, and its first bits, which are constants of the code.
  private static Node inside(Part part, Prefix prefix) {
    List<Node> arguments = new ArrayList<>();
    arguments.add(part.read());
    Node.Method method =
        switch (prefix) {
          case Prefix4(int bits, int length) -> {
            arguments.add(new Node.Constant(Form.INT, bits));
            arguments.add(new Node.Constant(Form.INT, length == 0 ? 0 : -1 << 32 - length));
            yield insideOf("(" + ADDRESS.descriptor() + "II)Z");
          }
          case Prefix6(long high, long low, int length) -> {
            long highMask = length == 0 ? 0 : -1L << Math.max(0, 64 - length);
            long lowMask = length <= 64 ? 0 : -1L << 128 - length;
            for (long word : new long[] {high, low, highMask, lowMask}) {
              arguments.add(new Node.Constant(Form.LONG, word));
            }
            yield insideOf("(" + ADDRESS.descriptor() + "JJJJ)Z");
          }
        };
    return new Node.Invoke(method, arguments, null);
  }

  private static Node.Method insideOf(String descriptor) {
    return new Node.Method(
        Node.Dispatch.STATIC,
        Form.reference(Addresses.class).className(),
        "isInside",
        descriptor,
        Form.BOOLEAN);
  }

  private Node test(Clause clause) {
    Part part = clause.part();
    return switch (clause.pattern()) {
      case Pattern.Equal(_, Tree.Literal literal) ->
          body.operators.compare(
              Comparison.EQUAL, part.type(), part.read(), body.objects.literal(literal));
      case Pattern.Inside(_, Prefix prefix) -> inside(part, prefix);
      case Pattern.Between between -> between(part, between);
      default -> throw new IllegalStateException("no test for " + clause.pattern());
    };
  }

  private Node between(Part part, Pattern.Between between) {
    List<Node> tests = new ArrayList<>();
    Tree.Literal from = between.from();
    if (from != null) {
      tests.addAll(bound(part, Comparison.GREATER_EQUAL, from));
    }
    Tree.Literal to = between.to();
    if (to != null) {
      tests.addAll(bound(part, between.inclusive() ? Comparison.LESS_EQUAL : Comparison.LESS, to));
    }
    return new Node.Logic(true, tests);
  }

  private List<Node> bound(Part part, Comparison comparison, Tree.Literal end) {
    Node test =
        body.operators.compare(comparison, part.type(), part.read(), body.objects.literal(end));
    if (part.type().head() != Type.Scalar.IP_ADDR) {
      return List.of(test);
    }
    Form family = Form.reference(end.value().getClass());
    return List.of(new Node.IsInstance(family, part.read()), test);
  }
}
