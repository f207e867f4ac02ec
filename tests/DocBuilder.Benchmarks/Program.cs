using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DocBuilder.Benchmarks;
using DocBuilder.Benchmarks.Profile;

switch (args)
{
    case ["cold", .. var rest]:
        return ColdStart.Run(rest);
    case ["compare", .. var rest]:
        return Comparison.Run(rest);
    case ["folder", .. var rest]:
        return FolderRate.Run(rest);
    case ["book", .. var rest]:
        return BookLength.Run(rest);
    case ["fuzz", .. var rest]:
        return FuzzReading.Run(rest);
    case ["profile"]:
        return ProfiledRun.Run();
    case ["reading"]:
        return ReadingSpeed.Run();
    case ["justification"]:
        return JustificationReport.Run();
    case ["stages", .. var rest]:
        // In this process: the tool's own way is to build the whole repository again for every run.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks)]).Run(rest is [] ? ["--filter", "*"] : rest, config);
        return 0;
    default:
        Console.Error.WriteLine("""
            cold [BINARY] [RUNS]        one article, both editions, from the start of the published native command to its end
            compare [BINARY] [ROUNDS]   the same article by the native command and by others that are installed, in turn
            folder [BINARY]             a thousand generated articles, both editions, by one job and by two
            book [BINARY]               bound books of some 250, 500 and 1,000 pages, both editions
            fuzz [MINUTES] [SEED]       reads sources that nobody would write, and keeps those that go wrong
            reading                     how long pages of 100 KB to 20 MB take to be read, warm
            justification               how even the lines of content/ are, and how layout grows with the length of the text
            profile                     makes anew what the native command is compiled with: which ways its code takes most, counted while articles are built
            stages [OPTIONS]            each stage by itself, under BenchmarkDotNet (its options are understood)
            """);
        return 2;
}
