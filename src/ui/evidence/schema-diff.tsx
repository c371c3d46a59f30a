import type { PicturedBody } from '../../game/evidence-view.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { ScrollBox } from './scroll-box.tsx';

type Fields = Extract<PicturedBody, { kind: 'lineage' }>['fields'];

/** Which fields differ between the schema before and the schema now. */
export function SchemaDiff({ fields }: { readonly fields: Fields }) {
  if (fields.length === 0) return <p class="small soft">Every field has the name and the type that it had before.</p>;
  return (
    <div class="schema-diff">
      <p class="body-head">Fields that differ</p>
      <ScrollBox label="Fields that differ">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">field</th>
              <th scope="col">before</th>
              <th scope="col">now</th>
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
                <td class="mono soft">{before === '' ? 'not there' : before}</td>
                <td class="mono">{now === '' ? 'gone' : now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
