interface Car {
  Name: string;
  Miles_per_Gallon: number | null;
  Cylinders: number;
  Displacement: number;
  Horsepower: number | null;
  Weight_in_lbs: number;
  Acceleration: number;
  /** As in 1970-01-01. */
  Year: string;
  Origin: string;
}

/** The cars as CSV with a line of names, in the order and by the names of the data set's first publication; what is unknown is empty. */
export function carsToCsv(json: string): Buffer {
  const cars = JSON.parse(json) as Car[];
  const lines = cars.map((car) =>
    [
      car.Miles_per_Gallon ?? '',
      car.Cylinders,
      car.Displacement,
      car.Horsepower ?? '',
      car.Weight_in_lbs,
      car.Acceleration,
      car.Year.slice(0, 4),
      car.Origin,
      quoted(car.Name),
    ].join(','),
  );
  return Buffer.from(
    `mpg,cylinders,displacement,horsepower,weight,acceleration,model_year,origin,name\n${lines.join('\n')}\n`,
  );
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
