package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of what is an object in compiled code: texts, addresses, records, lists, options.
///
/// Null is an element like any other: `None` in a list of options.
public final class RefList extends RotoList {
  private static final @Nullable Object[] NONE = {};

  private @Nullable Object[] elements;

  /// An empty list.
  public RefList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public RefList(int room) {
    elements = room == 0 ? NONE : new Object[room];
  }

  /// A list of these elements, in their boxed forms.
  public static RefList of(@Nullable Object... elements) {
    charge(8L * elements.length);
    RefList list = new RefList();
    list.elements = Arrays.copyOf(elements, elements.length, Object[].class);
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public @Nullable Object at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(@Nullable Object value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, @Nullable Object value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, @Nullable Object value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public @Nullable Object remove(long index) {
    beforeChange();
    Object value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  @Override
  public boolean contains(@Nullable Object value) {
    return indexOf(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(@Nullable Object value) {
    return position(indexOf(value));
  }

  /// Both lists, one after the other, as a new list.
  public RefList concat(RefList other) {
    return (RefList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public RefList slice(long start, long end) {
    return (RefList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(RefList other) {
    append(other);
  }

  /// Puts the elements in order. Equal elements stay in the order they had.
  ///
  /// @throws ScriptException `FROZEN`; `ARGUMENT` if the elements have no order
  public void sort(Order order) {
    beforeChange();
    if (order != Order.TEXT && order != Order.COMPARABLE) {
      throw new ScriptException(Fault.ARGUMENT, "sort: elements of this type have no order");
    }
    if (order == Order.TEXT) {
      Arrays.sort(elements, 0, size, (a, b) -> Texts.compare((String) a, (String) b));
    } else {
      Arrays.sort(elements, 0, size);
    }
  }

  /// All elements, which are texts, with a separator between them.
  public String join(String separator) {
    long length = (long) separator.length() * Math.max(0, size - 1);
    for (int i = 0; i < size; i++) {
      length += text(i).length();
    }
    Texts.charge(length);
    StringBuilder text = new StringBuilder((int) length);
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : separator).append(text(i));
    }
    return text.toString();
  }

  private String text(int index) {
    return (String) java.util.Objects.requireNonNull(elements[index]);
  }

  /// The first position of an element, or -1.
  @Override
  public int indexOf(@Nullable Object value) {
    for (int i = 0; i < size; i++) {
      if (Values.equal(elements[i], value)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  Object array() {
    return elements;
  }

  @Override
  int room() {
    return elements.length;
  }

  @Override
  int width() {
    return 8;
  }

  @Override
  void move(int length) {
    elements = Arrays.copyOf(elements, length);
  }

  @Override
  RotoList fresh(int room) {
    return new RefList(room);
  }

  @Override
  @Nullable Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = value;
  }

  @Override
  void exchange(int a, int b) {
    Object value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }

  @Override
  void forget(int from, int to) {
    Arrays.fill(elements, from, to, null);
  }

  @Override
  void freezeElements() {
    for (int i = 0; i < size; i++) {
      Values.freeze(elements[i]);
    }
  }
}
