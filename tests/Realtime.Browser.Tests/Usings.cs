global using Microsoft.Playwright;
global using Realtime.Browser.Tests.Browsers;
global using Realtime.Browser.Tests.Servers;
global using Realtime.Testing;
global using Xunit;
global using static Microsoft.Playwright.Assertions;

// One browser and one server do all of it: side by side the tests would only wait for one another.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(Newsroom))]
[assembly: AssemblyFixture(typeof(Tribune))]
