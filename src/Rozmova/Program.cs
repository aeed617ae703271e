Console.WriteLine("rozmova");
