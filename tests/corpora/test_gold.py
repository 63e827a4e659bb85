"""The gold documents are what they say: rebuilt to the byte, in shape, and true to their pages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpora" / "gold"
FOLDERS = sorted(path.parent for path in GOLD.glob("*/[0-9]*-*/source.yaml"))
PLAN = """
01 tune   nl    workwear     pdf  risk_analysis
02 locked nl    catering     docx action_plan
03 tune   nl    catering     pdf  annual_report
04 locked nl    waste        docx risk_analysis
05 tune   nl    waste        pdf  risk_analysis,action_plan
06 locked nl    energy       pdf  risk_analysis
07 tune   en    energy       pdf  annual_report
08 tune   nl    workplace    docx risk_analysis
09 locked nl    workplace    pdf  action_plan
10 tune   en    laboratory   pdf  risk_analysis
11 tune   nl    laboratory   docx risk_analysis,action_plan,annual_report
12 tune   nl    ict          pdf  annual_report
13 locked en    ict          docx action_plan
14 tune   en    ict          pdf  risk_analysis,action_plan
15 tune   nl    datacenters  pdf  risk_analysis
16 locked en    datacenters  pdf  annual_report
17 tune   nl    connectivity pdf  action_plan
18 locked en    connectivity docx risk_analysis
19 tune   mixed workwear     pdf  risk_analysis,action_plan,annual_report
20 locked en    workwear     pdf  action_plan
21 tune   nl    workwear     pdf  risk_analysis,action_plan
22 tune   nl    catering     docx risk_analysis
23 tune   en    workwear     pdf  annual_report
24 tune   nl    waste        pdf  action_plan
25 tune   nl    energy       docx risk_analysis,action_plan,annual_report
26 tune   en    ict          pdf  risk_analysis
27 tune   nl    workplace    pdf  risk_analysis,action_plan
28 tune   en    laboratory   docx action_plan
29 tune   nl    datacenters  pdf  annual_report
30 tune   nl    ict          docx risk_analysis,action_plan
31 tune   en    connectivity pdf  risk_analysis,action_plan
32 tune   nl    connectivity pdf  risk_analysis
33 tune   nl    catering     pdf  action_plan
34 tune   en    waste        docx risk_analysis
35 tune   nl    workwear     docx annual_report
36 tune   en    energy       pdf  risk_analysis,action_plan
37 tune   nl    workplace    pdf  risk_analysis
38 tune   en    catering     pdf  annual_report
39 tune   nl    laboratory   pdf  risk_analysis,action_plan
40 tune   mixed energy       docx risk_analysis,action_plan
41 tune   nl    ict          pdf  annual_report
42 tune   en    workwear     docx risk_analysis,action_plan
43 tune   nl    catering     pdf  risk_analysis,action_plan
44 tune   nl    waste        pdf  risk_analysis
45 tune   en    datacenters  docx action_plan
46 tune   nl    energy       pdf  annual_report
47 tune   nl    workplace    docx risk_analysis,action_plan
48 tune   en    laboratory   pdf  risk_analysis
49 tune   nl    ict          pdf  action_plan
50 tune   nl    connectivity docx annual_report
51 tune   en    waste        pdf  risk_analysis,action_plan
52 tune   nl    datacenters  pdf  risk_analysis,action_plan
53 tune   nl    workwear     docx risk_analysis
54 tune   en    ict          docx annual_report
55 tune   nl    catering     docx risk_analysis
56 tune   nl    laboratory   pdf  annual_report
57 tune   en    energy       docx action_plan
58 tune   nl    workplace    pdf  annual_report
59 tune   nl    connectivity pdf  risk_analysis,action_plan
60 tune   en    waste        docx annual_report
61 tune   nl    workwear     docx risk_analysis
62 tune   nl    catering     pdf  action_plan
63 tune   en    ict          pdf  annual_report
64 tune   nl    waste        docx risk_analysis,action_plan
65 tune   en    energy       pdf  risk_analysis
66 tune   nl    workplace    pdf  annual_report
67 tune   nl    laboratory   docx risk_analysis,action_plan
68 tune   en    datacenters  pdf  action_plan
69 tune   nl    connectivity pdf  risk_analysis
70 tune   en    workwear     docx annual_report
71 tune   nl    ict          pdf  risk_analysis,action_plan
72 tune   nl    catering     docx annual_report
73 tune   en    waste        pdf  risk_analysis
74 tune   nl    energy       docx action_plan
75 tune   en    laboratory   pdf  risk_analysis,action_plan
76 tune   nl    workplace    docx risk_analysis
77 tune   nl    datacenters  pdf  annual_report
78 tune   en    connectivity docx action_plan
79 tune   nl    workwear     pdf  risk_analysis,action_plan
80 tune   en    catering     pdf  risk_analysis
81 tune   nl    waste        pdf  annual_report
82 tune   nl    ict          docx action_plan
83 tune   en    energy       docx risk_analysis,action_plan
84 tune   nl    laboratory   pdf  risk_analysis
85 tune   en    workplace    pdf  annual_report
86 tune   nl    connectivity docx risk_analysis,action_plan
87 tune   nl    energy       pdf  annual_report
88 tune   en    datacenters  docx risk_analysis
89 tune   nl    catering     pdf  action_plan
90 tune   en    laboratory   docx annual_report
91 tune   nl    workwear     docx annual_report
92 tune   nl    ict          pdf  risk_analysis
93 tune   en    waste        docx action_plan
94 tune   nl    workplace    pdf  risk_analysis,action_plan
95 tune   en    connectivity pdf  annual_report
96 tune   nl    datacenters  docx action_plan
97 tune   nl    energy       pdf  risk_analysis
98 tune   en    workwear     pdf  risk_analysis,action_plan
99 tune   nl    laboratory   docx annual_report
100 tune  nl    workwear     pdf  risk_analysis,action_plan
101 tune  en    catering     docx risk_analysis
102 tune  nl    ict          pdf  annual_report
103 tune  nl    waste        docx action_plan
104 tune  nl    energy       pdf  risk_analysis
105 tune  nl    workplace    pdf  action_plan
106 tune  en    laboratory   pdf  annual_report
107 tune  nl    connectivity docx risk_analysis,action_plan
108 tune  nl    catering     pdf  annual_report
109 tune  en    datacenters  docx risk_analysis
110 tune  nl    laboratory   pdf  risk_analysis
111 tune  nl    workwear     docx action_plan
112 tune  en    waste        pdf  risk_analysis,action_plan
113 tune  nl    datacenters  docx annual_report
114 tune  nl    ict          pdf  risk_analysis
115 tune  en    energy       pdf  action_plan
116 tune  nl    connectivity pdf  annual_report
117 tune  nl    catering     docx risk_analysis,action_plan
118 tune  en    workplace    docx risk_analysis
119 tune  nl    waste        pdf  annual_report
120 tune  nl    datacenters  pdf  risk_analysis,action_plan
121 tune  en    workwear     pdf  risk_analysis
122 tune  nl    energy       docx action_plan
123 tune  nl    laboratory   docx annual_report
124 tune  en    ict          pdf  action_plan
125 tune  nl    workplace    docx annual_report
126 tune  nl    workwear     pdf  annual_report
127 tune  en    connectivity pdf  risk_analysis,action_plan
128 tune  nl    ict          docx action_plan
129 tune  nl    catering     pdf  risk_analysis
130 tune  nl    waste        pdf  risk_analysis,action_plan
131 tune  en    energy       docx annual_report
132 tune  nl    laboratory   pdf  action_plan
133 tune  nl    workplace    pdf  risk_analysis
134 tune  en    catering     pdf  annual_report
135 tune  nl    connectivity docx risk_analysis
136 tune  en    datacenters  pdf  action_plan
137 tune  nl    energy       pdf  annual_report
138 tune  nl    workwear     docx risk_analysis,action_plan
139 tune  en    laboratory   docx risk_analysis
140 tune  en    catering     docx risk_analysis,action_plan
141 tune  nl    ict          pdf  annual_report
142 tune  nl    datacenters  docx risk_analysis,action_plan
143 tune  nl    workplace    pdf  action_plan
144 tune  en    workwear     pdf  annual_report
145 tune  nl    laboratory   pdf  risk_analysis,action_plan
146 tune  nl    workplace    pdf  annual_report
147 tune  en    ict          docx risk_analysis,action_plan
148 tune  nl    connectivity pdf  action_plan
149 tune  en    catering     docx action_plan
150 tune  nl    workplace    pdf  risk_analysis
151 tune  en    ict          docx action_plan
152 tune  nl    connectivity docx annual_report
153 tune  nl    datacenters  pdf  risk_analysis
154 tune  en    workwear     pdf  annual_report
155 tune  nl    laboratory   pdf  risk_analysis
156 tune  nl    datacenters  docx action_plan
157 tune  en    ict          pdf  risk_analysis
158 tune  en    workplace    pdf  annual_report
159 tune  nl    workwear     docx risk_analysis,action_plan
160 tune  en    workwear     pdf  risk_analysis
161 tune  nl    laboratory   pdf  risk_analysis,action_plan
162 tune  nl    ict          docx risk_analysis
163 tune  en    catering     docx action_plan
164 tune  nl    connectivity pdf  risk_analysis,action_plan
165 tune  en    energy       docx risk_analysis
166 tune  nl    datacenters  pdf  action_plan
167 tune  nl    catering     docx annual_report
168 tune  en    workwear     pdf  action_plan
169 tune  nl    ict          pdf  risk_analysis
170 tune  en    ict          pdf  risk_analysis,action_plan
171 tune  nl    datacenters  docx risk_analysis
172 tune  en    energy       pdf  action_plan
173 tune  nl    laboratory   docx risk_analysis
174 tune  nl    workwear     pdf  annual_report
175 tune  nl    energy       pdf  risk_analysis,action_plan
176 tune  nl    datacenters  docx action_plan
177 tune  nl    laboratory   pdf  annual_report
178 tune  en    ict          docx risk_analysis,action_plan
179 tune  en    waste        pdf  annual_report
180 tune  en    waste        docx action_plan
181 tune  nl    ict          pdf  risk_analysis
182 tune  nl    workwear     docx annual_report
183 tune  nl    catering     pdf  action_plan
184 tune  en    laboratory   pdf  risk_analysis,action_plan
185 tune  en    workwear     docx risk_analysis
186 tune  nl    ict          docx action_plan
187 tune  nl    waste        pdf  annual_report
188 tune  en    connectivity pdf  risk_analysis,action_plan
189 tune  en    catering     pdf  annual_report
190 tune  en    energy       pdf  action_plan
191 tune  nl    waste        docx annual_report
192 tune  nl    connectivity docx risk_analysis
193 tune  nl    catering     pdf  risk_analysis
194 tune  en    laboratory   pdf  annual_report
195 tune  en    waste        pdf  risk_analysis
196 tune  nl    datacenters  pdf  risk_analysis,action_plan
197 tune  en    laboratory   pdf  action_plan
198 tune  nl    workplace    docx risk_analysis
199 tune  en    catering     docx annual_report
200 tune  nl    energy       pdf  annual_report
201 tune  en    datacenters  pdf  risk_analysis,action_plan
202 tune  nl    catering     docx annual_report
203 tune  nl    laboratory   docx action_plan
204 tune  en    waste        pdf  risk_analysis
205 tune  nl    workwear     pdf  action_plan
206 tune  en    connectivity docx annual_report
207 tune  en    datacenters  pdf  annual_report
208 tune  nl    catering     docx action_plan
209 tune  en    workplace    pdf  risk_analysis,action_plan
210 tune  nl    connectivity pdf  risk_analysis
211 tune  nl    ict          docx risk_analysis,action_plan
212 tune  nl    catering     pdf  action_plan
213 tune  en    workwear     docx annual_report
214 tune  en    laboratory   pdf  annual_report
215 tune  en    catering     docx action_plan
216 tune  en    workplace    pdf  risk_analysis,action_plan
217 tune  nl    ict          pdf  annual_report
218 tune  en    datacenters  pdf  risk_analysis
219 tune  nl    laboratory   docx annual_report
220 tune  en    datacenters  pdf annual_report
221 tune  en    waste        docx risk_analysis,action_plan
222 tune  en    connectivity pdf annual_report
223 tune  nl    waste        pdf risk_analysis,action_plan
224 tune  nl    ict          docx action_plan
225 tune  nl    workwear     pdf action_plan
226 tune  en    energy       pdf risk_analysis
227 tune  nl    laboratory   docx annual_report
228 tune  nl    ict          pdf action_plan
229 tune  nl    connectivity docx action_plan
230 tune  en    connectivity pdf risk_analysis,action_plan
231 tune  en    ict          pdf annual_report
232 tune  en    datacenters  docx risk_analysis,action_plan
233 tune  en    waste        pdf risk_analysis
236 tune  en    workplace    docx action_plan
237 tune  nl    workplace    pdf risk_analysis
238 tune  nl    datacenters  docx risk_analysis,action_plan
239 tune  nl    laboratory   pdf annual_report
240 tune  en    workwear     docx risk_analysis
241 tune  nl    waste        pdf risk_analysis
242 tune  en    workwear     pdf risk_analysis,action_plan
243 tune  nl    waste        pdf risk_analysis
244 tune  nl    energy       pdf risk_analysis,action_plan
245 tune  nl    energy       pdf action_plan
246 tune  nl    laboratory   docx risk_analysis,action_plan
247 tune  nl    workwear     docx risk_analysis,action_plan
248 tune  nl    catering     docx risk_analysis
249 tune  nl    workplace    pdf annual_report
250 tune  en    catering     docx risk_analysis
251 tune  nl    workwear     pdf action_plan
252 tune  nl    connectivity docx action_plan
253 tune  nl    energy       pdf action_plan
254 tune  nl    workplace    pdf risk_analysis,action_plan
255 tune  nl    datacenters  docx risk_analysis
256 tune  en    energy       pdf annual_report
257 tune  en    datacenters  pdf risk_analysis
258 tune  nl    energy       pdf action_plan
259 tune  nl    catering     pdf risk_analysis
260 tune  nl    datacenters  pdf risk_analysis
261 tune  nl    waste        pdf risk_analysis,action_plan,annual_report
262 tune  nl    workplace    pdf action_plan
263 tune  en    ict          pdf annual_report
264 tune  nl    ict          docx action_plan
265 tune  en    connectivity pdf risk_analysis,action_plan,annual_report
266 tune  en    waste        docx risk_analysis,action_plan
267 tune  en    workplace    pdf risk_analysis,action_plan
268 tune  en    workplace    pdf risk_analysis
269 tune  en    workplace    docx annual_report
270 tune  nl    energy       docx action_plan
271 tune  nl    catering     docx action_plan
272 tune  nl    waste        pdf risk_analysis,action_plan
273 tune  en    catering     docx risk_analysis,action_plan
274 tune  en    connectivity pdf risk_analysis,action_plan
275 tune  nl    energy       docx annual_report
276 tune  nl    connectivity docx risk_analysis,action_plan
277 tune  en    datacenters  pdf action_plan
278 tune  en    connectivity pdf annual_report
279 tune  nl    connectivity pdf risk_analysis
280 tune  en    workplace    pdf risk_analysis,action_plan,annual_report
281 tune  en    connectivity docx risk_analysis
282 tune  nl    waste        pdf annual_report
283 tune  nl    workwear     docx risk_analysis
"""


@pytest.fixture(scope="module")
def build():
    sys.path[:0] = [str(GOLD), str(ROOT / "corpora")]
    import build

    yield build
    del sys.path[:2]


def answers(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def by_name(folder):
    return folder.name


def test_the_planned_documents_are_there():
    found = []
    for folder in FOLDERS:
        expected = answers(folder)
        types = ",".join(expected["document_types"][expected["files"][0]])
        ending = expected["files"][0].rpartition(".")[2]
        number = folder.name.partition("-")[0]
        found.append(
            (number, folder.parent.name, expected["language"], expected["category"], ending, types)
        )
    assert sorted(found) == sorted(tuple(line.split()) for line in PLAN.strip().splitlines())


def test_no_two_documents_have_the_same_name():
    names = [name for folder in FOLDERS for name in answers(folder)["files"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", FOLDERS, ids=by_name)
def test_a_folder_holds_scenario_source_document_and_answers(folder):
    source = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    expected = answers(folder)
    assert expected["files"] == [source["file"]]
    assert {path.name for path in folder.iterdir()} == {
        "scenario.md",
        "source.yaml",
        "expected.json",
        source["file"],
    }
    assert source["mark"]


@pytest.mark.parametrize("folder", FOLDERS, ids=by_name)
def test_the_answers_have_the_agreed_shape(folder):
    schema = json.loads((GOLD / "expected.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(answers(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=by_name)
def test_the_answers_hold_together_and_each_quote_stands_on_its_page(build, folder):
    assert build.check(folder, fill=False) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=by_name)
def test_building_again_gives_the_same_bytes(build, folder, tmp_path):
    built = build.build(folder, tmp_path)
    assert built.read_bytes() == (folder / built.name).read_bytes()


def test_a_quote_that_stands_nowhere_is_found_out(build):
    from checking.quotes import pages_with

    pages = ["Wij bezochten de fa\xad\r\nbriek.3 Daar", "stond een muur. | Kop"]
    assert pages_with("Wij bezochten de fabriek.", pages) == [1]
    assert pages_with("bezochten de fabriek. Daar", pages) == [1]
    assert pages_with("de fabriek. Daar stond een muur.", pages) == [1]
    assert pages_with("Kop | muur", pages) == [2]
    assert pages_with("Wij bezochten de fabrieken.", pages) == []
    assert pages_with("Wij | bezochten | nooit", pages) == []


def test_answers_that_contradict_themselves_are_found_out(build):
    expected = answers(FOLDERS[0])
    expected["measures"]["1.1"]["plausible"] = []
    expected["themes"]["land"] = 4
    expected["topics"]["labour.gravity"] = expected["topics"].popitem()[1]
    expected["traps"] = expected["traps"][:5]
    expected["actions"].append(
        {**expected["actions"][0], "id": "A99"} if expected["actions"] else {}
    )
    found = " ".join(build.problems(expected, build.CHECKLIST))
    for word in ("1.1", "land: level 4", "labour.gravity", "only 5 traps"):
        assert word in found, word
