package dev.weir.roto.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RotoListTest {
  static Stream<RotoList> kinds() {
    return Stream.of(
        new IntList(),
        new BooleanList(),
        new LongList(),
        new FloatList(),
        new DoubleList(),
        new RefList());
  }

  private static Object element(RotoList list, int number) {
    return switch (list) {
      case IntList _ -> number;
      case BooleanList _ -> number % 2 == 0;
      case LongList _ -> (long) number;
      case FloatList _ -> (float) number;
      case DoubleList _ -> (double) number;
      case RefList _ -> "e" + number;
    };
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindAgreesWithAListOfJava(RotoList list) {
    List<Object> expected = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3000; i++) {
      int size = expected.size();
      Object element = element(list, random.nextInt(50));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          list.add(element);
          expected.add(element);
        }
        case 3 -> {
          int at = random.nextInt(size + 1);
          list.add(at, element);
          expected.add(at, element);
        }
        case 4 ->
            assertThat(list.pop()).isEqualTo(expected.isEmpty() ? null : expected.removeLast());
        case 5 -> {
          if (size > 0) {
            int at = random.nextInt(size);
            assertThat(list.remove(at)).isEqualTo(expected.remove(at));
          }
        }
        case 6 -> {
          list.reverse();
          expected = new ArrayList<>(expected.reversed());
        }
        default -> {
          list.swap(size, 0);
          if (size > 0) {
            int a = random.nextInt(size);
            int b = random.nextInt(size);
            list.swap(a, b);
            java.util.Collections.swap(expected, a, b);
          }
        }
      }
      assertThat(list.len()).isEqualTo(expected.size());
      assertThat(list.capacity()).isGreaterThanOrEqualTo(list.len());
    }
    assertThat((List<?>) list).isEqualTo(expected);
    assertThat(list.first()).isEqualTo(expected.getFirst());
    assertThat(list.last()).isEqualTo(expected.getLast());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void positionsBehindTheEndAreNoneOrAFault(RotoList list) {
    list.add(element(list, 1));
    assertThat(list.get(1L)).isNull();
    assertThat(list.get(-1L)).isNull();
    assertThat(list.inBounds(Long.MIN_VALUE)).isFalse();
    assertFault(Fault.INDEX, () -> list.checked(1));
    assertFault(Fault.INDEX, () -> list.part(0, 2));
    assertFault(Fault.INDEX, () -> list.part(1, 0));
    assertThat(list.part(1, 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFrozenListRefusesEveryChange(RotoList list) {
    list.add(element(list, 1));
    list.add(element(list, 2));
    list.freeze();
    assertFault(Fault.FROZEN, () -> list.add(element(list, 1)));
    assertFault(Fault.FROZEN, list::pop);
    assertFault(Fault.FROZEN, list::clear);
    assertFault(Fault.FROZEN, list::reverse);
    assertFault(Fault.FROZEN, () -> list.swap(0, 1));
    assertFault(Fault.FROZEN, () -> list.remove(0));
    assertFault(Fault.FROZEN, () -> list.set(0, element(list, 1)));
    assertThat(list.len()).isEqualTo(2);
  }

  @Test
  void pushOnAFrozenListIsRefusedEvenWhereThereIsRoom() {
    LongList list = new LongList(8);
    list.push(1);
    list.freeze();
    assertFault(Fault.FROZEN, () -> list.push(2));
  }

  @Test
  void freezingGoesDeep() {
    LongList inner = LongList.of(1);
    RotoMap map = new RotoMap();
    RotoMap.put(map, "k", inner);
    RefList outer = RefList.of(map, null, new Some(null));
    outer.freeze();
    assertFault(Fault.FROZEN, () -> inner.push(2));
    assertFault(Fault.FROZEN, () -> RotoMap.put(map, "l", inner));
  }

  @Test
  void aListThatReachesItselfCanBeFrozen() {
    RefList list = new RefList();
    list.push(list);
    list.freeze();
    assertThat(list.isFrozen()).isTrue();
  }

  @Test
  void floatsAreEqualAsNumbersAndHandlesAlways() {
    DoubleList nan = DoubleList.of(Double.NaN);
    assertThat(nan.equals(nan)).isTrue();
    assertThat(nan.equals(DoubleList.of(Double.NaN))).isFalse();
    assertThat(DoubleList.of(0.0)).isEqualTo(DoubleList.of(-0.0));
    assertThat(DoubleList.of(0.0)).hasSameHashCodeAs(DoubleList.of(-0.0));
    assertThat(nan.contains(Double.NaN)).isFalse();
    assertThat(DoubleList.of(1, -0.0).index(0.0)).isEqualTo(1L);
  }

  @Test
  void noneInAListOfOptionsIsNotTheEndOfTheList() {
    RefList options = RefList.of(null, 5);
    assertThat(options.get(0L)).isEqualTo(new Some(null));
    assertThat(options.get(1L)).isEqualTo(5);
    assertThat(options.get(2L)).isNull();
    assertThat(options.index(null)).isEqualTo(0L);
    assertThat(Values.inside(new Some(null))).isNull();
    assertThat(Values.some(new Some(null))).isEqualTo(new Some(new Some(null)));
  }

  @Test
  void concatenationMakesAListOfItsOwn() {
    LongList one = LongList.of(1, 2);
    LongList both = one.concat(one);
    both.push(3);
    assertThat(both).isEqualTo(List.of(1L, 2L, 1L, 2L, 3L));
    assertThat(one.len()).isEqualTo(2);
    one.extend(one);
    assertThat(one).isEqualTo(List.of(1L, 2L, 1L, 2L));
    assertThat(one.slice(1, 3)).isEqualTo(List.of(2L, 1L));
  }

  @Test
  void sortKnowsWhatIsUnsigned() {
    IntList numbers = IntList.of(-1, 3, 0, Integer.MIN_VALUE);
    numbers.sort(Order.UNSIGNED);
    assertThat(numbers).isEqualTo(IntList.of(0, 3, Integer.MIN_VALUE, -1));
    numbers.sort(Order.SIGNED);
    assertThat(numbers).isEqualTo(IntList.of(Integer.MIN_VALUE, -1, 0, 3));
    LongList longs = LongList.of(-1, 3);
    longs.sort(Order.UNSIGNED);
    assertThat(longs).isEqualTo(LongList.of(3, -1));
  }

  @Test
  void sortPutsTextsAndAddressesInOrder() {
    RefList texts = RefList.of("b", "\ud83d\udc1a", "\uffee", "", "a");
    texts.sort(Order.TEXT);
    assertThat(texts).isEqualTo(RefList.of("", "a", "b", "\uffee", "\ud83d\udc1a"));
    RefList prefixes = RefList.of(Prefix.parse("::/0"), Prefix.parse("10.0.0.0/8"));
    prefixes.sort(Order.COMPARABLE);
    assertThat(prefixes.first()).hasToString("10.0.0.0/8");
    assertFault(Fault.ARGUMENT, () -> prefixes.sort(Order.UNSIGNED));
    BooleanList booleans = BooleanList.of(true, false, true);
    booleans.sort(Order.UNSIGNED);
    assertThat(booleans).isEqualTo(BooleanList.of(false, true, true));
    DoubleList doubles = DoubleList.of(Double.NaN, 1, -1);
    doubles.sort(Order.FLOAT);
    assertThat(doubles.first()).isEqualTo(-1.0);
  }

  @Test
  void capacityIsZeroForANewListAndThenGrows() {
    LongList list = new LongList();
    assertThat(list.capacity()).isZero();
    list.push(1);
    assertThat(list.capacity()).isEqualTo(4);
    IntStream.range(0, 4).forEach(list::push);
    assertThat(list.capacity()).isEqualTo(8);
  }

  static void assertFault(Fault fault, ThrowingCallable action) {
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(action)
        .matches(e -> e.fault() == fault, "fault " + fault);
  }
}
