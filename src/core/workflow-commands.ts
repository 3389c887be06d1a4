/**
 * What a step says to the runner: annotations as lines of its output, and values as lines of the environment files.
 * The formats: GitHub's documentation, "Workflow commands"; how they are read: `ActionCommand.cs` and
 * `FileCommandManager.cs` of actions/runner. Written here, since @actions/core takes longer to load than Node itself.
 */

/** A line that makes the runner show an annotation with this title. */
export function formatAnnotation(level: 'error' | 'warning', title: string, text: string): string {
  return `::${level} title=${escapeProperty(title)}::${escapeData(text)}\n`;
}

/** An entry of the environment file for outputs. The line that ends the value is one that the value does not hold. */
export function formatOutput(name: string, value: string): string {
  let delimiter = `end-of-${name}`;
  while (value.includes(delimiter)) delimiter += '-';
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
