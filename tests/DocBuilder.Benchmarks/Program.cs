using BenchmarkDotNet.Running;
using DocBuilder.Benchmarks;

switch (args)
{
    case ["cold", .. var rest]:
        return ColdStart.Run(rest);
    case ["stages", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks)]).Run(rest is [] ? ["--filter", "*"] : rest);
        return 0;
    default:
        Console.Error.WriteLine("""
            cold [BINARY] [RUNS]    one article, both editions, from the start of the published native command to its end
            stages [OPTIONS]        each stage by itself, under BenchmarkDotNet (its options are understood)
            """);
        return 2;
}
