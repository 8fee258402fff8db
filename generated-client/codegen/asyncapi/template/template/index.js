import { File } from '@asyncapi/generator-react-sdk';
import { javaFiles } from '../java/files.mjs';

/** Only names the files; what stands in them is made by the plain modules of ../java. */
export default function stream({ asyncapi, params }) {
  return javaFiles(asyncapi.json(), params).map(({ name, text }) => <File name={name}>{text}</File>);
}
