namespace Rozmova.Demo.Scenes;

/// <summary>A place outside the console where somebody of the shop answers.</summary>
internal interface IDemoDesk
{
    /// <summary>What the script calls it.</summary>
    string Name { get; }

    /// <summary>Makes the desk and ties who works there; one from an earlier start is told where the simulator now is.</summary>
    Task ConnectAsync(DemoClient client, CancellationToken cancellationToken);

    /// <summary>A customer asks, somebody at the desk takes it and answers. Ends when the customer has the answer.</summary>
    Task AnswerAsync(CancellationToken cancellationToken);
}
