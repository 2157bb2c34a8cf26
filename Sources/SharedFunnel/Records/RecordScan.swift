/// Something that adds up records: a report while it reads.
///
/// Pages come as bytes, so that one call crosses the module's border for a page and the loop over the
/// records inside is compiled for the report at hand.
public protocol LeadScan {
  mutating func add(_ lead: LeadRecord)
  /// Adds every record of a page; bytes past the last whole record are no record.
  mutating func add(page: RawSpan)
}

/// As ``LeadScan``, over crossings.
public protocol HandoffScan {
  mutating func add(_ handoff: HandoffRecord)
  mutating func add(page: RawSpan)
}

/// As ``LeadScan``, over stays in a stage.
public protocol VisitScan {
  mutating func add(_ visit: VisitRecord)
  mutating func add(page: RawSpan)
}

extension LeadScan {
  @inline(__always)
  mutating func addEach(_ page: RawSpan) {
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      let record = LeadRecord(page, at: offset)
      if record.lead != 0 { add(record) }
      offset += LeadRecord.byteCount
    }
  }
}

extension HandoffScan {
  @inline(__always)
  mutating func addEach(_ page: RawSpan) {
    var offset = 0
    while offset + HandoffRecord.byteCount <= page.byteCount {
      let record = HandoffRecord(page, at: offset)
      if record.lead != 0 { add(record) }
      offset += HandoffRecord.byteCount
    }
  }
}

extension VisitScan {
  @inline(__always)
  mutating func addEach(_ page: RawSpan) {
    var offset = 0
    while offset + VisitRecord.byteCount <= page.byteCount {
      let record = VisitRecord(page, at: offset)
      if record.lead != 0 { add(record) }
      offset += VisitRecord.byteCount
    }
  }
}
