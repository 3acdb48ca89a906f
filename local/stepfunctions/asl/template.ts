import { checkExpression, type Sight } from '../jsonata/check.ts';
import { expressionOf } from '../jsonata/expression.ts';
import type { Json } from './definition.ts';
import type { Report } from './report.ts';

/** Checks every expression in a template. In a JSONPath state (`sight` absent) only literals are let through. */
export function checkTemplate(report: Report, at: string, template: Json | undefined, sight?: Sight): void {
  if (typeof template === 'string') checkText(report, at, template, sight);
  else if (Array.isArray(template))
    for (const [index, item] of template.entries()) checkTemplate(report, `${at}[${index}]`, item, sight);
  else if (typeof template === 'object' && template !== null)
    for (const [key, item] of Object.entries(template)) {
      if (sight === undefined && key.endsWith('.$')) report.add(`${at}.${key}`, 'JSONPath is not supported');
      checkTemplate(report, `${at}.${key}`, item, sight);
    }
}

function checkText(report: Report, at: string, text: string, sight: Sight | undefined): void {
  if (sight === undefined) {
    // It would be a literal on AWS, and an expression here: the interpreter knows one language.
    if (expressionOf(text) !== undefined)
      report.add(at, 'an expression in a JSONPath state is not supported');
    return;
  }
  const expression = expressionOf(text);
  if (expression !== undefined)
    for (const problem of checkExpression(expression, sight)) report.add(at, problem);
  else if (text.startsWith('{%')) report.add(at, `'${text}' begins with {% but does not end with %}`);
}
