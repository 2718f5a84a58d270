import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import { WholeName } from "../../../ui/WholeName.tsx";
import { MatrixCells } from "./MatrixCells.tsx";
import { TargetGrid } from "./TargetGrid.tsx";
import { openTarget } from "./targets-view.ts";

const EVENT_REM = 5;
/** Room for the id of an instance and its state in words; with the seven events of one in place it fits a window of 1280 pixels. */
const TARGET_REM = 16;
/** The same with "Green · ". */
const LABELLED_REM = 19;
/** Few steps leave room for long names, as those of functions are. */
const FEW_EVENTS = 4;

interface TargetMatrixProps {
  list: TargetList;
  ids: readonly string[];
  columns: readonly EventColumn[];
  /** Whether targets are told apart as original and replacement. */
  hasLabels: boolean;
  showFirst: (ids: readonly string[]) => void;
}

/** Targets against lifecycle events: a row a target, a column a step. */
export function TargetMatrix(props: TargetMatrixProps) {
  const { list, ids, columns, hasLabels, showFirst } = props;
  const targetRem = columns.length <= FEW_EVENTS ? 28 : hasLabels ? LABELLED_REM : TARGET_REM;
  return (
    <TargetGrid
      name="Targets and their lifecycle events"
      list={list}
      ids={ids}
      columnCount={columns.length + 1}
      targetRem={targetRem}
      minWidthRem={targetRem + columns.length * EVENT_REM}
      showFirst={showFirst}
      onOpen={(id, column) => openTarget(id, columns[column - 1]?.key)}
      head={columns.map(({ key }) => (
        <th
          key={key}
          scope="col"
          className="sticky top-0 z-2 bg-sunken px-1.5 font-medium print:static print:px-0.5"
        >
          <WholeName text={eventName(key)} />
        </th>
      ))}
      renderCells={(row) => <MatrixCells {...row} columns={columns} />}
    />
  );
}
