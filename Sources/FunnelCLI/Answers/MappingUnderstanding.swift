import FunnelStore
import SharedFunnel

/// What a mapping was understood to mean, a row a column.
struct MappingUnderstanding {
  let mapping: Mapping

  var grid: Grid {
    let dates = mapping.dates.map(\.pattern).joined(separator: ", ")
    return Grid(
      columns: [
        Grid.Column(key: "file", title: .mappingColumnFile, priority: 2),
        Grid.Column(key: "column", title: .mappingColumnColumn, priority: 4),
        Grid.Column(key: "meaning", title: .mappingColumnMeaning, priority: 4),
        Grid.Column(key: "detail", title: .mappingColumnDetail, priority: 3),
      ],
      rows: mapping.files.flatMap(rows),
      notes: [
        Message.mappingUnderstood([
          "name": mapping.name, "source": mapping.feed,
          "shape": mapping.shape == .wide ? Message.mappingWide() : Message.mappingLong(),
          "zone": mapping.zone ?? Message.mappingWorkspaceZone(),
          "dates": dates.isEmpty ? Message.mappingUsualDates() : dates,
        ]) + "."
      ])
  }

  private func rows(_ file: FileMapping) -> [[Cell]] {
    var rows = [(file.key, file.createsLeads ? Message.mappingKey() : Message.mappingKeyOfOther())]
    rows += file.stages.map { ($0.column, Message.mappingStage(["stage": $0.stage.label])) }
    rows += FileMapping.Field.allCases.compactMap { field in file.columns[field].map { ($0, field.rawValue) } }
    rows += file.tags.map { ($0, Message.mappingTag()) }
    return rows.map { column, meaning in
      [
        .text(file.name), Cell(column.column), .text(meaning),
        .text(details(column).joined(separator: "; ")),
      ]
    }
  }

  private func details(_ column: ColumnMapping) -> [String] {
    var details: [String] = []
    if let constant = column.constant { details.append(Message.mappingConstant(["value": constant])) }
    if column.isOptional { details.append(Message.mappingOptional()) }
    if !column.values.isEmpty { details.append(Message.mappingValues(["count": String(column.values.count)])) }
    if let dates = column.dates {
      details.append(Message.mappingDates(["formats": dates.map(\.pattern).joined(separator: ", ")]))
    }
    if let zone = column.zone { details.append(Message.mappingZone(["zone": zone])) }
    switch column.unknown {
    case .reject: break
    case .skip: details.append(Message.mappingOwnersSkipped())
    case .add: details.append(Message.mappingOwnersAdded())
    }
    return details
  }
}
