extension Message {
  // One record of a file: its line is told by whoever names the file.
  public static let csvJunkAfterQuote = Message(
    "csv.junk_after_quote",
    "column {column}: text follows a closing quote. A quote inside a quoted field is written twice (\"\")."
  )
  public static let csvBareQuote = Message(
    "csv.bare_quote",
    "column {column}: a quote stands inside a field that does not begin with one. Put the whole field in "
      + "quotes and write the quote twice, such as \"3\"\" pipe\"."
  )
  public static let csvBareCarriageReturn = Message(
    "csv.bare_carriage_return",
    "column {column}: a carriage return ends no line here. Save the file with CRLF or LF line ends."
  )
  public static let csvInvalidUTF8 = Message(
    "csv.invalid_utf8",
    "the record is not UTF-8, as the file is. Save the file as \"CSV UTF-8\", or name what it is with "
      + "--encoding."
  )
  public static let csvUndecodable = Message(
    "csv.undecodable",
    "the record has bytes that mean nothing in {encoding}. Save the file as \"CSV UTF-8\", or name what it "
      + "is with --encoding."
  )
  public static let csvNulByte = Message(
    "csv.nul_byte",
    "the record has a zero byte, which no text has. Take it out, or export the file again."
  )

  // A whole file.
  public static let csvUnterminatedQuote = Message(
    "csv.unterminated_quote",
    "The quote that opens a field on line {line} is never closed. Close it, or write it twice if it belongs to the text."
  )
  public static let csvRecordTooLong = Message(
    "csv.record_too_long",
    "The record on line {line} is longer than {limit} bytes. A quote that is opened there may never be closed."
  )
  public static let csvBinary = Message(
    "csv.binary",
    "This is not a text file. If it is a spreadsheet, export it as \"CSV UTF-8\"."
  )

  // Opening and reading.
  public static let fileMissing = Message("file.missing", "There is no such file. Check the name and the folder.")
  public static let fileIsDirectory = Message("file.is_directory", "This is a folder. Name a file in it.")
  public static let fileNotPermitted = Message(
    "file.not_permitted", "You may not read this file. Ask its owner for permission to read it."
  )
  public static let gzipTruncated = Message(
    "file.gzip_truncated", "The gzip file ends too early. Copy or download it again; 'gzip -t' tests it.")
  public static let gzipDamaged = Message(
    "file.gzip_damaged", "The gzip file is damaged. Copy or download it again; 'gzip -t' tests it.")
  public static let mixedEncodings = Message(
    "file.mixed_encodings",
    "Some of the file is UTF-8 and some is not. With --encoding utf-8 the records that are not are rejected; with "
      + "--encoding windows-1252 every byte is a letter.")
  public static let fileFailed = Message("file.failed", "The file cannot be read (system error {code}). Try again.")
}
