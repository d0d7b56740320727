package dev.weir.roto.run;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the instructions of a class of compiled code come from.
///
/// The class itself holds its table, in the static field `places`, so that both go together when
/// nothing needs them.
///
/// @param methods the tables by the names of the methods, which are unique in the class
public record Places(Map<String, Method> methods) {
  /// The name of every class of compiled code begins so.
  public static final String CLASS_PREFIX = "dev.weir.roto.run.Script";

  /// The name of a method holds this if it is a piece of a function, called only by the function.
  public static final String PIECE = "$piece";

  /// The static field that holds the table.
  public static final String FIELD = "places";

  /// Copies the map.
  public Places {
    methods = Map.copyOf(methods);
  }

  /// One method.
  ///
  /// @param path of the script's function
  /// @param source to which the spans belong
  /// @param offsets of instructions, rising
  /// @param spans one for each offset; it holds up to the next
  public record Method(String path, Source source, List<Integer> offsets, List<Span> spans) {
    /// Copies the lists.
    public Method {
      offsets = List.copyOf(offsets);
      spans = List.copyOf(spans);
    }

    private ScriptException.@Nullable Frame at(int offset) {
      if (spans.isEmpty()) {
        return null;
      }
      int[] sorted = offsets.stream().mapToInt(Integer::intValue).toArray();
      int found = Arrays.binarySearch(sorted, offset);
      int index = Math.max(0, found >= 0 ? found : -found - 2);
      while (index + 1 < sorted.length && sorted[index + 1] == sorted[index]) {
        index++;
      }
      return new ScriptException.Frame(path, source, spans.get(index));
    }
  }

  static boolean isScript(Class<?> owner) {
    return owner.isHidden() && owner.getName().startsWith(CLASS_PREFIX);
  }

  static ScriptException.@Nullable Frame find(Class<?> owner, String method, int offset) {
    try {
      var field = owner.getDeclaredField(FIELD);
      field.setAccessible(true);
      Places places = (Places) field.get(null);
      Method table = places == null ? null : places.methods().get(method);
      return table == null ? null : table.at(offset);
    } catch (ReflectiveOperationException missing) {
      return null;
    }
  }
}
