using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators;

/// <summary>How the faults that all platforms share show in HTTP.</summary>
internal static class FaultExtensions
{
    /// <summary>Carries out what comes before a call runs; whether it must not run at all.</summary>
    public static async Task<bool> PreventsAsync(this Fault? fault, HttpContext context, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.HttpStatus broken:
                context.Response.StatusCode = broken.Code;
                context.Response.Headers.RetryAfter = broken.RetryAfter?.ToString(CultureInfo.InvariantCulture);
                return true;
            case Fault.Hang hang:
                await hang.HoldAsync(cancellationToken);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Carries out what befalls the answer of a call that has run; whether none is to be written any more.</summary>
    public static async Task<bool> SpoilsAsync(this Fault? fault, HttpContext context, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.LostAnswer:
                context.Abort();
                return true;
            case Fault.InvalidJson:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{\"resu", cancellationToken);
                return true;
            default:
                return false;
        }
    }
}
