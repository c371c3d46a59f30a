import type { PicturedBody } from '../../game/evidence-view.ts';
import { lineageWords } from '../../game/words/lineage.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { ScrollBox } from './scroll-box.tsx';

const words = lineageWords.schema;

type Fields = Extract<PicturedBody, { kind: 'lineage' }>['fields'];

/** Which fields differ between the schema before and the schema now. */
export function SchemaDiff({ fields }: { readonly fields: Fields }) {
  if (fields.length === 0) return <p class="small soft">{words.same}</p>;
  return (
    <div class="schema-diff">
      <p class="body-head">{words.differ}</p>
      <ScrollBox label={words.differ}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, now }) => (
              <tr key={field} class="changed">
                <th scope="row" class="mono">
                  <span class="row-name">
                    <StatusMark state="you" label="" />
                    {field}
                  </span>
                </th>
                <td class="mono soft">{before === '' ? words.notThere : before}</td>
                <td class="mono">{now === '' ? words.gone : now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
