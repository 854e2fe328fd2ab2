return await Realtime.LoadTest.Runs.CommandLine.Build().Parse(args.Length == 0 ? ["--help"] : args).InvokeAsync();
