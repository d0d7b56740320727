package dev.weir.roto.eval;

import dev.weir.roto.eval.Data.Items;
import dev.weir.roto.eval.Data.Nothing;
import dev.weir.roto.eval.Data.Var;
import dev.weir.roto.eval.Evaluation.Closed;
import dev.weir.roto.eval.Evaluation.TooLong;
import dev.weir.roto.run.Fault;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Methods of lists and options, after their description.
final class ListCalls {
  /// The methods of `List` that are known here.
  static final Set<String> KNOWN =
      Set.of(
          "push",
          "get",
          "len",
          "is_empty",
          "contains",
          "index",
          "concat",
          "swap",
          "join",
          "first",
          "last",
          "pop",
          "set",
          "insert",
          "remove",
          "clear",
          "reverse",
          "extend",
          "slice",
          "sort",
          "map",
          "filter",
          "any",
          "all",
          "fold",
          "find",
          "position");

  private final Evaluation evaluation;

  ListCalls(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Object call(String name, Type element, Items list, List<Object> arguments) {
    List<Object> elements = list.elements;
    Object first = arguments.size() > 1 ? arguments.get(1) : Nothing.NOTHING;
    return switch (name) {
      case "len" -> (long) elements.size();
      case "is_empty" -> elements.isEmpty();
      case "get" -> has(list, first) ? Data.some(elements.get(place(first))) : Data.none();
      case "first" -> elements.isEmpty() ? Data.none() : Data.some(elements.getFirst());
      case "last" -> elements.isEmpty() ? Data.none() : Data.some(elements.getLast());
      case "contains" -> index(list, first) >= 0;
      case "index" -> {
        int found = index(list, first);
        yield found < 0 ? Data.none() : Data.some((long) found);
      }
      case "concat" -> {
        List<Object> all = new ArrayList<>(elements);
        all.addAll(((Items) first).elements);
        yield limited(new Items(all));
      }
      case "join" ->
          Evaluation.limited(
              String.join((String) first, elements.stream().map(e -> (String) e).toList()));
      case "slice" -> slice(list, first, arguments.get(2));
      case "pop" -> {
        List<Object> changing = list.changing();
        yield changing.isEmpty() ? Data.none() : Data.some(changing.removeLast());
      }
      case "remove" -> {
        List<Object> changing = list.changing();
        yield changing.remove(existing(list, first));
      }
      case "map", "filter", "any", "all", "fold", "find", "position" ->
          closure(name, list, arguments);
      default -> {
        change(name, element, list, arguments);
        yield Nothing.NOTHING;
      }
    };
  }

  private void change(String name, Type element, Items list, List<Object> arguments) {
    List<Object> changing = list.changing();
    switch (name) {
      case "push" -> changing.add(arguments.get(1));
      case "clear" -> changing.clear();
      case "reverse" -> Collections.reverse(changing);
      case "extend" -> changing.addAll(new ArrayList<>(((Items) arguments.get(1)).elements));
      case "set" -> changing.set(existing(list, arguments.get(1)), arguments.get(2));
      case "insert" -> {
        long at = (Long) arguments.get(1);
        if (at < 0 || at > changing.size()) {
          throw new Stop(Fault.INDEX, at + " of " + changing.size());
        }
        changing.add((int) at, arguments.get(2));
      }
      case "swap" -> {
        if (has(list, arguments.get(1)) && has(list, arguments.get(2))) {
          Collections.swap(changing, place(arguments.get(1)), place(arguments.get(2)));
        }
      }
      case "sort" -> changing.sort((a, b) -> compare(element, a, b));
      default -> throw new IllegalStateException("List." + name + " is not known here");
    }
    limited(list);
  }

  private static int compare(Type element, Object a, Object b) {
    return switch (a) {
      case Double x -> x.compareTo((Double) b);
      case Float x -> x.compareTo((Float) b);
      case Var x -> Integer.compare(x.index, ((Var) b).index);
      default -> Arithmetic.compare(element, a, b);
    };
  }

  private Object closure(String name, Items list, List<Object> arguments) {
    Closed closed = (Closed) arguments.getLast();
    List<Object> results = new ArrayList<>();
    Object folded = arguments.get(1);
    for (int i = 0; i < list.elements.size(); i++) {
      Object element = list.elements.get(i);
      evaluation.step();
      Object value =
          name.equals("fold")
              ? evaluation.call(closed, folded, element)
              : evaluation.call(closed, element);
      folded = value;
      switch (name) {
        case "map" -> results.add(value);
        case "filter" -> {
          if ((Boolean) value) {
            results.add(element);
          }
        }
        case "any", "all" -> {
          if ((Boolean) value == name.equals("any")) {
            return value;
          }
        }
        case "find", "position" -> {
          if ((Boolean) value) {
            return Data.some(name.equals("find") ? element : (Object) (long) i);
          }
        }
        default -> {}
      }
    }
    return switch (name) {
      case "find", "position" -> Data.none();
      case "any" -> false;
      case "all" -> true;
      case "fold" -> folded;
      default -> limited(new Items(results));
    };
  }

  /// Methods of `Option` and other enums.
  Object option(String path, Var option, List<Object> arguments) {
    boolean first = option.index == 0;
    return switch (path) {
      case "Option.is_some", "Result.is_ok", "Verdict.is_accept" -> first;
      case "Option.is_none", "Result.is_err", "Verdict.is_reject" -> !first;
      case "Option.unwrap_or", "Result.unwrap_or" -> first ? option.payload[0] : arguments.get(1);
      case "Option.or" -> first ? option : arguments.get(1);
      case "Option.map", "Result.map" ->
          first
              ? new Var(0, evaluation.call((Closed) arguments.get(1), option.payload[0]))
              : option;
      case "Option.and_then" ->
          first ? evaluation.call((Closed) arguments.get(1), option.payload[0]) : option;
      case "Option.ok_or" -> first ? option : new Var(1, arguments.get(1));
      case "Result.map_err" ->
          first
              ? option
              : new Var(1, evaluation.call((Closed) arguments.get(1), option.payload[0]));
      case "Result.ok" -> first ? Data.some(option.payload[0]) : Data.none();
      case "Result.err" -> first ? Data.none() : Data.some(option.payload[0]);
      default -> throw new IllegalStateException(path + " is not known here");
    };
  }

  private static Items slice(Items list, Object from, Object to) {
    long start = (Long) from;
    long end = (Long) to;
    int size = list.elements.size();
    if (start < 0 || end < 0 || start > end || end > size) {
      throw new Stop(Fault.INDEX, start + ".." + end + " of " + size);
    }
    return new Items(list.elements.subList((int) start, (int) end));
  }

  private static Items limited(Items list) {
    if (list.elements.size() > Evaluation.MOST) {
      throw new TooLong();
    }
    return list;
  }

  private static boolean has(Items list, Object index) {
    long i = (Long) index;
    return i >= 0 && i < list.elements.size();
  }

  private static int place(Object index) {
    return (int) (long) (Long) index;
  }

  private static int existing(Items list, Object index) {
    if (!has(list, index)) {
      throw new Stop(Fault.INDEX, index + " of " + list.elements.size());
    }
    return place(index);
  }

  private static int index(Items list, Object wanted) {
    for (int i = 0; i < list.elements.size(); i++) {
      if (Data.equal(list.elements.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }
}
