package dev.weir.roto.check;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module while it is checked: its own names and its imports.
final class Module {
  /// A name of the module and where it is declared.
  ///
  /// @param span null for a module, which has no place
  record Entry(Meaning meaning, Source source, @Nullable Span span) {}

  private final String path;
  private final @Nullable Module parent;
  private final Ast.File file;
  private final Map<String, Entry> declarations = new LinkedHashMap<>();
  private final Map<String, Imported> imports = new LinkedHashMap<>();
  private final Map<String, Span> tests = new HashMap<>();

  Module(String path, @Nullable Module parent, Ast.File file) {
    this.path = path;
    this.parent = parent;
    this.file = file;
  }

  String path() {
    return path;
  }

  @Nullable Module parent() {
    return parent;
  }

  Ast.File file() {
    return file;
  }

  Source source() {
    return file.source();
  }

  /// What is declared in it, child modules among them.
  Map<String, Entry> declarations() {
    return declarations;
  }

  /// What it imports.
  Map<String, Imported> imports() {
    return imports;
  }

  /// The places of its tests.
  Map<String, Span> tests() {
    return tests;
  }
}
