[assembly: TestFramework("Rozmova.Testing.Conformance.ConformanceFramework", "Rozmova.Testing.Conformance")]
