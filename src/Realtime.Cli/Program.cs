using System.Text;
using Realtime.Cli.Commands;

// Elsewhere UTF-8 is what a terminal speaks already.
if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
