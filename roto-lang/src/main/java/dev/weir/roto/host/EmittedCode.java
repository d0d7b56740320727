package dev.weir.roto.host;

import dev.weir.roto.emit.Compiled;
import dev.weir.roto.run.Limits;
import dev.weir.roto.tree.Function;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What the compiler made, by what hosts know of it.
final class EmittedCode implements CompiledPackage.Code {
  private final Compiled compiled;
  private final List<FunctionInfo> functions;
  private final List<FunctionInfo> tests;
  private final Map<FunctionInfo, Compiled.Entry> entries = new IdentityHashMap<>();

  EmittedCode(Compiled compiled) {
    this.compiled = compiled;
    this.functions = compiled.functions().stream().map(this::known).toList();
    this.tests = compiled.tests().stream().map(this::known).toList();
  }

  private FunctionInfo known(Compiled.Entry entry) {
    Function function = entry.function();
    FunctionInfo info =
        new FunctionInfo(
            function.path().substring("pkg.".length()),
            function.kind(),
            function.parameters().stream()
                .map(local -> new Type.Field(local.name(), local.type()))
                .toList(),
            function.result(),
            function.documentation(),
            function.source(),
            function.span());
    entries.put(info, entry);
    return info;
  }

  private Compiled.Entry entry(FunctionInfo info) {
    Compiled.Entry entry = entries.get(info);
    if (entry == null) {
      throw new IllegalArgumentException(info.path() + " is of another package");
    }
    return entry;
  }

  @Override
  public List<FunctionInfo> functions() {
    return functions;
  }

  @Override
  public List<FunctionInfo> tests() {
    return tests;
  }

  @Override
  public MethodHandle entry(FunctionInfo function, Limits limits) {
    return entry(function).handle(limits);
  }

  @Override
  public boolean takesContext() {
    return compiled.context();
  }

  @Override
  public boolean usesContext(FunctionInfo function) {
    return compiled.context() && ContextUse.in(entry(function).function());
  }
}
