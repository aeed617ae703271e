using System.CommandLine;
using Rozmova.Commands;

var root = new RootCommand("Rozmova: one inbox for every messenger.") 
{
    ServeCommand.Create(), DemoCommand.Create(), MigrateCommand.Create(), DoctorCommand.Create(),
};

// The host stops on signals by itself, and takes the time it needs.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
