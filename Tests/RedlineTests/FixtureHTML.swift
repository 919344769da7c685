/// The HTML of the examples in `docs/redline.md`.
enum FixtureHTML {
    static let byName: [String: String] = [
        "Words changed": """
        <p>We <del>may </del>share your data with <del>our partners</del><ins>nobody but our processors</ins>.</p>
        """,
        "A number, an amount, a date changed": """
        <p>The fee of <del>€1,200.50</del><ins>€1,250.00</ins> is due within <del>10</del><ins>14</ins> days of <del>23 November 2026</del><ins>1 December 2026</ins>, plus <del>19%</del><ins>20%</ins> VAT.</p>
        """,
        "A sentence rewritten": """
        <p>We keep logs for thirty days. <del>Logs are read by our security team alone</del><ins>Nobody opens a log unless an incident has to be investigated</ins>. You may ask for a copy.</p>
        """,
        "No islands": """
        <p>The customer may end the contract <del>at</del><ins>on</ins> the <del>end of a month by letter to our office in Dublin</del><ins>last day of any quarter in the account settings, or by mail to us</ins>. We confirm it.</p>
        """,
        "A heading renumbered": """
        <h1 id="terms">Terms</h1>
        <h2 id="4"><del>3</del><ins>4</ins>. Fees<span class="visually-hidden" id="3"></span></h2>
        <p>Fees are due monthly.</p>
        """,
        "A heading renamed": """
        <h2 id="3">3. Fees<ins> and taxes</ins></h2>
        <p>Fees are due monthly.</p>
        """,
        "The level of a heading changed": """
        <h2 data-change="deleted" data-restated id="removed:fees"><del data-restated>Fees</del></h2>
        <h3 data-change="inserted" data-restated data-note="Level of the heading changed" id="fees">Fees</h3>
        <p>Fees are due monthly.</p>
        """,
        "An item inserted into a numbered list": """
        <ol>
        <li>Register.</li>
        <li data-change="inserted"><ins>Accept the terms.</ins></li>
        <li>Pay the fee.</li>
        <li>Use the service.</li>
        </ol>
        """,
        "A numbered list that starts elsewhere": """
        <ol data-change="deleted" data-restated>
        <li><del data-restated>Register.</del></li>
        <li><del data-restated>Pay the fee.</del></li>
        </ol>
        <ol data-change="inserted" data-restated data-note="Numbering changed" start="5">
        <li>Register.</li>
        <li>Pay the fee.</li>
        </ol>
        """,
        "Items added, removed and moved": """
        <ul>
        <li data-change="deleted" data-note="Moved from here"><del>Names and addresses of account holders</del></li>
        <li data-change="deleted"><del>Payment details held by our bank</del></li>
        <li>Support requests and their attachments</li>
        <li data-change="inserted" data-restated data-note="Moved here">Names and addresses of account holders</li>
        <li>Records of every sign-in</li>
        <li data-change="inserted"><ins>Pictures that users upload</ins></li>
        </ul>
        """,
        "A row added to a table": """
        <table>
        <thead>
        <tr>
        <th scope="col">Data</th>
        <th scope="col">Kept</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>Logs</td>
        <td>30 days</td>
        </tr>
        <tr data-change="inserted">
        <td><ins>Backups</ins></td>
        <td><ins>35 days</ins></td>
        </tr>
        </tbody>
        </table>
        """,
        "A column added to a table": """
        <table>
        <thead>
        <tr>
        <th scope="col">Data</th>
        <th data-change="inserted" scope="col"><ins>Place</ins></th>
        <th scope="col">Kept</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>Logs</td>
        <td data-change="inserted"><ins>Ireland</ins></td>
        <td>30 days</td>
        </tr>
        <tr>
        <td>Backups</td>
        <td data-change="inserted"><ins>Germany</ins></td>
        <td>35 days</td>
        </tr>
        </tbody>
        </table>
        """,
        "A row of a table changed": """
        <table>
        <thead>
        <tr>
        <th scope="col">Data</th>
        <th scope="col">Kept</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>Logs</td>
        <td><del>30</del><ins>60</ins> days</td>
        </tr>
        <tr>
        <td>Backups</td>
        <td>35 days</td>
        </tr>
        </tbody>
        </table>
        """,
        "A link whose target alone changed": """
        <p>See the <del><a href="https://old.example/list">list of subprocessors</a></del><ins><a href="https://new.example/list">list of subprocessors</a></ins>.</p>
        """,
        "Emphasis alone changed": """
        <p>We <del data-restated>never</del><ins data-restated="emphasis" title="Emphasis changed"><strong>never</strong></ins> sell personal data.</p>
        """,
        "A paragraph split in two": """
        <p data-change="deleted" data-restated><del data-restated>We keep your data safe in the European Union. Backups are kept in two places. Nobody reads them without a reason.</del></p>
        <p data-change="inserted" data-restated data-note="Paragraph split">We keep your data safe in the European Union.<del> </del></p>
        <p data-change="inserted" data-restated>Backups are kept in two places. Nobody reads them without a reason.</p>
        """,
        "Two paragraphs joined": """
        <p data-change="deleted" data-restated><del data-restated>We keep your data safe in the European Union.</del></p>
        <p data-change="deleted" data-restated><del data-restated>Backups are kept in two places. Nobody reads them without a reason.</del></p>
        <p data-change="inserted" data-restated data-note="Paragraphs joined">We keep your data safe in the European Union. Backups are kept in two places. Nobody reads them without a reason.</p>
        """,
        "A definition moved": """
        <h2 id="1">1. Definitions</h2>
        <p data-change="inserted" data-restated data-note="Moved here">“User” means a person whom you allow to use the Service.</p>
        <p>“Service” means the programs that we run for you.</p>
        <h2 id="2">2. Use</h2>
        <p>You may use it for your own business.</p>
        <p data-change="deleted" data-note="Moved from here"><del>“User” means a person whom you allow to use the Service.</del></p>
        """,
        "A footnote added": """
        <p><ins>We keep as little as we can.<sup class="footnote-reference"><a href="#fn:1" id="fnref:1" aria-label="Footnote 1">1</a></sup> </ins>Data is kept in Ireland.<del><sup class="footnote-reference"><a href="#fn:1" aria-label="Footnote 1">1</a></sup></del><ins><sup class="footnote-reference"><a href="#fn:2" id="fnref:2" aria-label="Footnote 2">2</a></sup></ins></p>
        <section class="footnotes" aria-label="Footnotes">
        <ol>
        <li data-change="inserted" id="fn:1">
        <p data-change="inserted"><ins>See the list of data. <a class="footnote-back" href="#fnref:1" aria-label="Back to the text"></a></ins></p>
        </li>
        <li id="fn:2">
        <p>In two places there.<del> <a class="footnote-back" href="#fnref:1" aria-label="Back to the text"></a></del><ins> <a class="footnote-back" href="#fnref:2" aria-label="Back to the text"></a></ins></p>
        </li>
        </ol>
        </section>
        """,
        "A task ticked": """
        <ul class="tasks">
        <li class="task"><del><input type="checkbox" disabled aria-label="Not done"></del><ins><input type="checkbox" disabled checked aria-label="Done"></ins> Encrypt the backups</li>
        <li class="task"><input type="checkbox" disabled aria-label="Not done"> Name a data protection officer</li>
        </ul>
        """,
        "A tight list made loose": """
        <ul>
        <li><del data-restated>Names</del>
        <p data-change="inserted" data-restated>Names</p>
        </li>
        <li><del data-restated>Addresses</del>
        <p data-change="inserted" data-restated>Addresses</p>
        </li>
        </ul>
        """,
        "Code changed": """
        <pre><code class="language-json">{
          &quot;retention_days&quot;: <del>30</del><ins>60</ins>
        }
        </code></pre>
        """,
        "A paragraph made bold, with one word changed": """
        <p><del data-restated>We are liable up to the fees of twelve months.</del><ins data-restated="emphasis" title="Emphasis changed"><strong>We are liable up to the fees of <del>twelve</del><ins>six</ins> months.</strong></ins></p>
        """,
        "Typography alone changed": """
        <p><del data-restated>&quot;</del><ins data-restated="typography">“</ins>Service<del data-restated>&quot;</del><ins data-restated="typography">”</ins> means what <del data-restated>we've</del><ins data-restated="typography">we’ve</ins> made <del data-restated>-</del><ins data-restated="typography">—</ins> and nothing else<del data-restated>...</del><ins data-restated="typography">…</ins></p>
        """,
        "Japanese": """
        <p>本規約は、当社の<ins>有料</ins>サービスに適用します。料金は月額<del>1,200</del><ins>1,500</ins>円です。</p>
        """,
        "Lines made a list": """
        <p data-change="deleted" data-restated><del data-restated>(a) a wrong statement of the customer;<br>
        (b) a breach of this agreement or of the law; or<br>
        (c) a misuse of the customer's key.</del></p>
        <ol data-change="inserted" data-restated data-note="Was a paragraph">
        <li>a wrong statement of the customer;</li>
        <li>a breach of this agreement<del> or of the law</del>; or</li>
        <li>a misuse of the customer's key.</li>
        </ol>
        """,
        "Code made prose": """
        <p>We may</p>
        <pre data-change="deleted" data-restated><code><del data-restated>(a) end the contract at once; or

        (b) ask for a deposit.
        </del></code></pre>
        <ul data-change="inserted" data-restated data-note="Was code">
        <li>(a) end the contract <del>at once</del><ins>within a week</ins>; or</li>
        <li>(b) ask for a deposit.</li>
        </ul>
        """,
        "Items made paragraphs": """
        <ul data-change="deleted" data-restated>
        <li>
        <p><del data-restated><strong>Updates</strong>: our program asks once a day whether there is a newer version.</del></p>
        </li>
        <li>
        <p><del data-restated><strong>Blocklist</strong>: our program asks once a day which add-ons do harm.</del></p>
        <p><del data-restated>You may switch this off.</del></p>
        </li>
        </ul>
        <p data-change="inserted" data-restated data-note="Was a list"><strong>Updates</strong>: our program asks once a day whether there is a newer version.</p>
        <p data-change="inserted" data-restated><strong>Blocklist</strong>: our program asks once a <del>day</del><ins>week</ins> which add-ons do harm.</p>
        <p data-change="inserted" data-restated>You may switch this off.</p>
        """,
        "An item made a heading": """
        <ol data-change="deleted" data-restated>
        <li><del data-restated>Fees and taxes of the service</del></li>
        <li><del data-restated>Term and termination</del></li>
        </ol>
        <h2 data-change="inserted" data-restated data-note="Was a list" id="fees-and-taxes-of-the-service">Fees and taxes of the service</h2>
        <ol data-change="inserted" data-restated>
        <li>Term and termination</li>
        </ol>
        """,
        "Items a level deeper": """
        <ul data-change="deleted" data-restated>
        <li><del data-restated>We keep your data in these places:</del></li>
        <li><del data-restated>Dublin, for all customers</del></li>
        <li><del data-restated>Frankfurt, for customers in Germany</del></li>
        </ul>
        <ul data-change="inserted" data-restated data-note="Levels of the list changed">
        <li>We keep your data in these places:
        <ul>
        <li>Dublin, for all customers</li>
        <li>Frankfurt, for customers in Germany</li>
        </ul>
        </li>
        </ul>
        """,
        "A paragraph made a quote": """
        <p data-change="deleted" data-restated><del data-restated>The provider answers for its subprocessors as for itself.</del></p>
        <blockquote data-change="inserted" data-restated data-note="Was a paragraph">
        <p>The provider answers for its subprocessors as for itself.</p>
        </blockquote>
        """,
        "A column of a table moved": """
        <table>
        <thead>
        <tr>
        <th scope="col">Data</th>
        <th data-change="inserted" data-restated data-note="Column moved" scope="col">Kept</th>
        <th scope="col">Place</th>
        <th data-change="deleted" data-restated scope="col"><del data-restated>Kept</del></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>Logs</td>
        <td data-change="inserted" data-restated><del>30</del><ins>60</ins> days</td>
        <td>Ireland</td>
        <td data-change="deleted" data-restated><del data-restated>30 days</del></td>
        </tr>
        <tr>
        <td>Backups</td>
        <td data-change="inserted" data-restated>35 days</td>
        <td>Germany</td>
        <td data-change="deleted" data-restated><del data-restated>35 days</del></td>
        </tr>
        </tbody>
        </table>
        """,
        "The rows of a table sorted": """
        <table data-change="deleted" data-restated>
        <thead>
        <tr>
        <th scope="col"><del data-restated>Company</del></th>
        <th scope="col"><del data-restated>Place</del></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><del data-restated>Otter Mail</del></td>
        <td><del data-restated>Ireland</del></td>
        </tr>
        <tr>
        <td><del data-restated>Heron Cloud</del></td>
        <td><del data-restated>Germany</del></td>
        </tr>
        <tr>
        <td><del data-restated>Badger Logs</del></td>
        <td><del data-restated>France</del></td>
        </tr>
        </tbody>
        </table>
        <table data-change="inserted" data-restated data-note="Rows in another order">
        <thead>
        <tr>
        <th scope="col">Company</th>
        <th scope="col">Place</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>Badger Logs</td>
        <td>France</td>
        </tr>
        <tr>
        <td>Heron Cloud</td>
        <td><del>Germany</del><ins>Austria</ins></td>
        </tr>
        <tr>
        <td>Otter Mail</td>
        <td>Ireland</td>
        </tr>
        </tbody>
        </table>
        """,
    ]
}
