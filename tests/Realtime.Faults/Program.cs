using Realtime.Faults.Runs;

return await CommandLine.Build().Parse(args).InvokeAsync();
