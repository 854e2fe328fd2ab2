using Realtime.Redis.Tests;
using Realtime.Redis.Tests.Processes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Called with "store", this is an embedded store in a process of its own, which a test can kill; otherwise it runs the tests.
if (args is [StoreProcess.Argument, var directory, .. var more]) return await StoreProcess.RunAsync(directory, more is [StoreProcess.Renewing]);
return args.Contains("--server")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
