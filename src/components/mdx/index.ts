import Answer from '../blocks/Answer.astro';
import Callout from '../blocks/Callout.astro';
import Question from '../blocks/Question.astro';
import Quiz from '../blocks/Quiz.astro';
import Erratum from './Erratum.astro';
import Manifest from './Manifest.astro';
import Ref from './Ref.astro';
import Session from './Session.astro';

/** What an author may write in a chapter; `src/checks/chapter.node.ts` knows what each of them points to. */
export const components = { Answer, Callout, Erratum, Manifest, Question, Quiz, Ref, Session };
