package dev.weir.bgp.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Writes items as JSON: things become objects with their title first, several items arrays.
public final class ItemJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ItemJson() {}

  /// Returns an item as JSON on one line.
  public static String print(Item item) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(item, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /// Writes an item as one value.
  public static void write(Item item, JsonGenerator json) throws IOException {
    switch (item) {
      case Item.Word(String text) -> json.writeString(text);
      case Item.Count(long number) -> json.writeNumber(number);
      case Item.Truth(boolean holds) -> json.writeBoolean(holds);
      case Item.Many many -> {
        json.writeStartArray();
        for (Item one : many.items()) {
          write(one, json);
        }
        json.writeEndArray();
      }
      case Item.Group group -> {
        json.writeStartObject();
        if (group.title() != null) {
          json.writeStringField(group.titleName(), group.title());
        }
        for (Item.Field field : group.fields()) {
          json.writeFieldName(field.name());
          write(field.item(), json);
        }
        json.writeEndObject();
      }
    }
  }
}
